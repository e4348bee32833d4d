/** The words of the board commands that more than one of them says. */

import type { ConnectStep, StopStep } from '#interpreter/device/link.ts';

/** What the link tries while it connects. `stays`: the person should be able to read it afterwards. */
export const CONNECT_WORDS: Readonly<
  Record<ConnectStep, { readonly text: string; readonly stays?: boolean }>
> = {
  opening: { text: 'Opening the port …' },
  listening: { text: 'Listening to the board …' },
  interrupting: { text: 'Asking the board for its prompt …' },
  'raw-repl': { text: 'Asking the board for its prompt …' },
  'soft-reset': { text: 'A program holds the board: restarting MicroPython.', stays: true },
  'hard-reset': { text: 'The board does not answer: resetting it.', stays: true },
  asking: { text: 'Asking the board what it is …' },
};

export const STOP_WORDS: Readonly<Record<StopStep, string>> = {
  interrupt: 'Stopping the program. (Ctrl-C twice gives up)',
  flood: 'It does not stop yet: asking again and again.',
  'soft-reset': 'It still runs: restarting MicroPython.',
  'hard-reset': 'It still runs: resetting the board.',
  replug:
    'It cannot be stopped from here. Press RESET on the board, or unplug it and plug it in again. (Ctrl-C: give up)',
};

const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

/** `812 bytes`, `1.5 KB`, `2 MB`: powers of 1024, one decimal below ten. */
export function formatSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit++;
  }
  const number = unit > 0 && size < 10 ? size.toFixed(1).replace(/\.0$/, '') : String(Math.round(size));
  return unit === 0 && bytes === 1 ? '1 byte' : `${number} ${UNITS[unit] ?? ''}`;
}

/** Rows as columns of equal width; the last is not padded. */
export function columns(rows: readonly (readonly string[])[]): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
