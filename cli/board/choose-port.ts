/** Picks the port that a command means: the one that is named, or the only board there is. Opens nothing. */

import type { PortSummary } from '#common/host/host.ts';
import { inputError } from '../input-error.ts';

/** For scripts and test rigs: the port where no --port is given. */
export const PORT_VARIABLE = 'PINLAB_TEST_PORT';

export const NO_BOARD_HINT = [
  'Plug a board in with a USB cable that carries data: a charge-only cable shows nothing here.',
  'A board with a CH340 or CP210x chip may need that chip’s driver.',
].join(' ');

/** A name that is not in the list is taken as it is: pseudo-terminals are in no list. */
export function choosePort(ports: readonly PortSummary[], named: string | undefined): PortSummary {
  if (named !== undefined) {
    const found = ports.find(({ path, serialNumber }) => path === named || serialNumber === named);
    return found ?? { path: named, name: named };
  }
  const boards = ports.filter(canBeBoard);
  const [only, ...more] = boards;
  if (!only) throw inputError({ code: 'no-board', message: 'There is no board.', fix: NO_BOARD_HINT });
  if (more.length === 0) return only;
  const choices = boards.map(({ path, name }) => `  --port ${path}   ${name}`);
  const message = 'There are several boards.';
  throw inputError({ code: 'several-boards', message, fix: ['Name one:', ...choices].join('\n') });
}

/** Ports that are built into the computer have no USB numbers. */
export function canBeBoard({ vendorId, virtual }: PortSummary): boolean {
  return vendorId !== undefined || virtual === true;
}
