/** `pinlab board info`: what the board says of itself. */

import type { BoardInfo } from '#interpreter/device/link.ts';
import type { BoardWord } from './board-command.ts';
import { noPositionals } from './positionals.ts';
import { columns, formatSize } from './words.ts';

export const info: BoardWord = {
  word: 'info',
  synopsis: '',
  summary: 'Say what the board is: MicroPython, memory, room for files.',
  plan(options) {
    noPositionals(options, 'pinlab board info');
    return async ({ link, port }) => {
      const known = link.info ?? (await link.refreshInfo());
      return { json: { port: port.path, board: known }, text: columns(rows(known, port.path)) };
    };
  },
};

function rows(known: BoardInfo, path: string): string[][] {
  const { flashFree, flashTotal } = known;
  return [
    ['Board', known.machine],
    ['Port', path],
    ['MicroPython', `${known.version} (${known.platform})`],
    ['Memory', `${formatSize(known.memoryFree)} free of ${formatSize(known.memoryTotal)}`],
    [
      'Files',
      flashFree === undefined || flashTotal === undefined
        ? 'no file system'
        : `${formatSize(flashFree)} free of ${formatSize(flashTotal)}`,
    ],
    ['Unique id', known.uniqueId ?? '-'],
    ['.mpy format', known.mpy ?? '-'],
    ['Features', known.features.join(', ') || '-'],
  ];
}
