/** Text to blocks without a page: a program of 500 lines at once, and one keystroke in it. */

import { readFileSync } from 'node:fs';
import type { ProgramView } from '#renderer/blocks/program/block.ts';
import { readProgram } from '#renderer/blocks/program/read-program.ts';
import { type Figure, median } from './measure.ts';

const LINES = 500;
/** Readings that are not counted: the code of a running app is compiled. */
const WARM_UP = 30;
const ROUNDS = 40;

const LESSON = 'lessons/curricula/greenhouse/first-steps/first-greenhouse/';
const EXAMPLES = [
  ...['main', 'with-functions', 'cold-first', 'read-u16'].map((name) => `${LESSON}solution/${name}.py`),
  ...['classes', 'lists', 'recursion', 'strings', 'blink'].map((name) => `build/bench/programs/${name}.py`),
];

/** What the statement in the middle of the long program begins with; a digit follows. */
export const MIDDLE = 'middle = 700';

/** The shipped examples one behind the other, as often as it takes. */
export function longProgram(root: URL): string {
  const examples = EXAMPLES.map((path) => readFileSync(new URL(path, root), 'utf8').trimEnd());
  const lines: string[] = [];
  let hasMiddle = false;
  for (let n = 0; lines.length < LINES; n++) {
    if (!hasMiddle && lines.length >= LINES / 2) hasMiddle = lines.push(`${MIDDLE}1`, '') > 0;
    lines.push(...(examples[n % examples.length] ?? '').split('\n'), '');
  }
  // The last example would be too long: plain statements in its place.
  const last = lines.findLastIndex((line, index) => index < LINES && /^(from|import|def|print)\b/.test(line));
  const rest = Array.from({ length: LINES - last }, (_, n) => `print(${n})`);
  return `${[...lines.slice(0, last), ...rest].join('\n')}\n`;
}

/** @param root the checkout. */
export function measureReading(root: URL): Figure[] {
  const text = longProgram(root);
  const cold = timed(() => read(text));
  for (let round = 0; round < WARM_UP; round++) read(text);
  const whole = Array.from({ length: ROUNDS }, () => timed(() => read(text)));
  const unit = 'ms';
  return [
    {
      name: '500 lines of text to blocks',
      measured: median(whole),
      limit: 50,
      unit,
      note: `Median of ${ROUNDS}`,
    },
    { name: 'the same for the first time', measured: cold, limit: Infinity, unit },
    {
      name: 'one keystroke’s update',
      measured: median(keystrokes(text)),
      limit: 16,
      unit,
      note: 'A digit in the middle of 500 lines',
    },
  ];
}

/** Each changes the same digit and is read with the reading before it. */
function keystrokes(text: string): number[] {
  const at = text.indexOf(MIDDLE) + MIDDLE.length;
  let view = read(text);
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const edited = `${text.slice(0, at)}${(round % 9) + 1}${text.slice(at + 1)}`;
    const time = timed(() => (view = read(edited, view)));
    if (round >= WARM_UP) times.push(time);
  }
  return times;
}

function read(text: string, view?: ProgramView): ProgramView {
  const reading = readProgram(text, { view });
  if (!reading.ok) throw new Error(reading.reason.message);
  return reading.view;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
