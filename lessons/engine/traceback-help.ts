/** Explains MicroPython's errors in plain words: what the name means and where to look. The original text stays beside it. */

import type { Traceback } from '#interpreter/device/device.ts';

export interface TracebackHelp {
  readonly message: string;
  /** Line of the learner's program, 1-based. */
  readonly line?: number;
}

interface Advice {
  readonly type: string;
  /** Applies where the error's own message matches; the groups fill `$1`, `$2`. */
  readonly pattern?: RegExp;
  readonly help: string;
}

/** In the order of trying. Error messages as MicroPython 1.2x prints them. */
const ADVICE: readonly Advice[] = [
  {
    type: 'NameError',
    pattern: /name '(.+)' isn't defined/,
    help: 'Python does not know the name `$1`. Look at the spelling, or make it before you use it (import or `=`).',
  },
  {
    type: 'IndentationError',
    help: 'The spaces at the start of a line do not fit. Lines that belong together start in the same column.',
  },
  {
    type: 'SyntaxError',
    help: 'Python cannot read this line. Look for a missing colon, bracket or quote here or just above.',
  },
  {
    type: 'AttributeError',
    pattern: /'(.+)' object has no attribute '(.+)'/,
    help: 'A `$1` has nothing called `$2`. Look at the spelling after the dot.',
  },
  { type: 'AttributeError', help: 'What stands after the dot does not exist there. Look at its spelling.' },
  {
    type: 'ImportError',
    pattern: /no module named '(.+)'/,
    help: 'There is no module `$1` on this board. Look at the spelling after `import`.',
  },
  {
    type: 'ImportError',
    pattern: /can't import name (\S+)/,
    help: 'The module has nothing called `$1`. Look at its spelling.',
  },
  {
    type: 'TypeError',
    pattern: /unsupported types for (\S+): '(.+)', '(.+)'/,
    help: 'A `$2` and a `$3` cannot be combined here. Turn text into a number with int() or float(), or a number into text with str().',
  },
  {
    type: 'TypeError',
    pattern: /takes (\d+) positional arguments but (\d+)/,
    help: 'A function that takes $1 values was given $2. Count what stands between the brackets.',
  },
  {
    type: 'TypeError',
    help: 'A value of the wrong kind was used here. Is a number needed where there is text, or are brackets missing?',
  },
  {
    type: 'ValueError',
    pattern: /[Pp]in/,
    help: 'The board cannot use this pin in this way. Compare the number with the wire on the bench.',
  },
  { type: 'ValueError', help: 'A value is out of range, or cannot be turned into a number.' },
  {
    type: 'ZeroDivisionError',
    help: 'A number was divided by zero. Which value below the `/` can become 0?',
  },
  { type: 'IndexError', help: 'There is no item with that number. The first item of a list is number 0.' },
  { type: 'KeyError', help: 'The dictionary has no such key. Look at its spelling.' },
  {
    type: 'OSError',
    help: 'A part or file did not answer. Look at its wires and at the pin numbers in the program.',
  },
  {
    type: 'MemoryError',
    help: 'The memory of the board is full. Does a list or a text grow on every round?',
  },
  {
    type: 'RuntimeError',
    pattern: /recursion/,
    help: 'A function calls itself again and again without an end.',
  },
];

const UNKNOWN = 'Python stopped with an error. Read the last line of the message in the console.';

export function explainTraceback(traceback: Traceback): TracebackHelp {
  const line =
    traceback.frames.findLast((frame) => frame.file.endsWith('main.py'))?.line ??
    traceback.frames.at(-1)?.line;
  const place = line === undefined ? '' : ` in line ${line}`;
  const detail = traceback.message ? `: ${traceback.message}` : '';
  const message = `Your program stopped${place} (${traceback.type}${detail}). ${adviceFor(traceback)}`;
  return { message, ...(line !== undefined && { line }) };
}

function adviceFor(traceback: Traceback): string {
  for (const { type, pattern, help } of ADVICE) {
    if (type !== traceback.type) continue;
    const match = pattern ? pattern.exec(traceback.message) : [];
    if (match) return help.replaceAll(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
  }
  return UNKNOWN;
}
