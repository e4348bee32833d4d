/** `pinlab board list`: the ports of this computer and what is probably at them. */

import { type Command, EXIT } from '../command.ts';
import type { OpenAccess } from './access.ts';
import { JSON_OPTION, jsonLine } from './board-command.ts';
import { NO_BOARD_HINT } from './choose-port.ts';
import { columns } from './words.ts';
import { WHAT_WORDS, whatIsAt } from './what-is-at.ts';

export function listCommand(openAccess: OpenAccess): Command {
  return {
    name: 'board list',
    synopsis: '',
    summary: 'List the boards that are plugged in.',
    options: [JSON_OPTION],
    run: async (options, terminal) => {
      const ports = (await openAccess().list()).map((port) => ({ ...port, what: whatIsAt(port) }));
      if (options.has('json')) {
        terminal.out(jsonLine({ ports: ports.map(withEveryField) }));
        return EXIT.done;
      }
      if (ports.length === 0) terminal.err(`There is no board. ${NO_BOARD_HINT}\n`);
      else
        terminal.out(
          columns([
            ['PORT', 'NAME', 'USB', 'SERIAL NUMBER', 'WHAT IT IS'],
            ...ports.map((port) => [
              port.path,
              port.name,
              usbNumbers(port) ?? '-',
              port.serialNumber ?? '-',
              WHAT_WORDS[port.what],
            ]),
          ]),
        );
      return EXIT.done;
    },
  };
}

function usbNumbers({ vendorId, productId }: { vendorId?: string; productId?: string }): string | undefined {
  return vendorId === undefined ? undefined : `${vendorId}:${productId ?? '????'}`.toUpperCase();
}

/** What is not known is null, so that every port has the same fields. */
function withEveryField(port: object): object {
  const nothing = { vendorId: null, productId: null, serialNumber: null, location: null, virtual: false };
  return { ...nothing, ...JSON.parse(JSON.stringify(port)) };
}
