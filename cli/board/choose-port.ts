/** Picks the port that a command means: the one that is named, or the only board there is. Opens nothing. */

import type { PortSummary } from '#common/host/host.ts';
import { inputError } from '../input-error.ts';
import { whatIsAt } from './what-is-at.ts';

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
  if (!only) throw noBoard(ports);
  if (more.length === 0) return only;
  const choices = boards.map(({ path, name }) => `  --port ${path}   ${name}`);
  const message = 'There are several boards.';
  throw inputError({ code: 'several-boards', message, fix: ['Name one:', ...choices].join('\n') });
}

/** What is known to be something else has to be named, and so have ports without USB numbers: they are built into the computer. */
function canBeBoard(port: PortSummary): boolean {
  const what = whatIsAt(port);
  return isPluggedIn(port) && what !== 'other' && what !== 'bootloader';
}

function isPluggedIn({ vendorId, virtual }: PortSummary): boolean {
  return vendorId !== undefined || virtual === true;
}

function noBoard(others: readonly PortSummary[]): Error {
  const other = others.find(isPluggedIn);
  if (!other) return inputError({ code: 'no-board', message: 'There is no board.', fix: NO_BOARD_HINT });
  return inputError({
    code: 'no-board',
    message: `What is plugged in is not MicroPython: ${other.name} at ${other.path}.`,
    fix: 'Install MicroPython with pinlab board firmware, or name the port with --port.',
  });
}
