/**
 * Paths on a board: which ones are accepted, how they are written in Python code and how they are read from what a board prints.
 * Knows the rules of names, not which files there are.
 */

import { type DeviceError, deviceError } from '../../device/device-error.ts';

/** Names of our temporary files begin with this; nobody else's may. */
export const TEMPORARY_PREFIX = '.pl-';
const LONGEST_NAME = 255;
/** Where boards look for the file that they run before USB is up: the root, or the root of what a pyboard mounts. */
const BOOT_FILE = /^(\/flash|\/sd)?\/boot\.m?py$/i;
// Control characters are exactly what is looked for.
// eslint-disable-next-line no-control-regex
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/** Throws `bad-path`, with the reason, unless the path can name a file or folder on a board. */
export function checkPath(path: string): void {
  const reason = reasonAgainst(path);
  if (reason === undefined) return;
  throw badPath(
    `${JSON.stringify(path)} is no path on a board: ${reason}. Write one such as /main.py or /lib/pump.py.`,
  );
}

/** As `checkPath`, and refuses the file that could lock the board's USB port. */
export function checkTarget(path: string): void {
  checkPath(path);
  if (!BOOT_FILE.test(path)) return;
  throw badPath(
    `Pinlab does not write ${path}: the board runs it before its USB port works, so a loop in it would lock the board. ` +
      'Put the program into /main.py instead.',
  );
}

function badPath(message: string): DeviceError {
  return deviceError('bad-path', message);
}

function reasonAgainst(path: string): string | undefined {
  if (!path.startsWith('/')) return 'it does not begin with /';
  if (CONTROL_CHARACTER.test(path)) return 'it holds a line break or another character that cannot be seen';
  if (/\p{Surrogate}/u.test(path)) return 'it holds half a character';
  for (const name of path.slice(1).split('/')) {
    if (name === '') return path === '/' ? 'it names no file' : 'a name in it is empty';
    if (name === '.' || name === '..') return `${name} is no name`;
    if (name.startsWith(TEMPORARY_PREFIX))
      return `names that begin with ${TEMPORARY_PREFIX} are Pinlab's own`;
    if (new TextEncoder().encode(name).length > LONGEST_NAME) return 'a name in it is too long';
  }
  return undefined;
}

/** The folder of a file, with the slash at its end. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Python source, plain ASCII on one line, for a string. Quotes are escaped too, so that it fits into any literal. */
export function pythonString(text: string): string {
  const escaped = Array.from(text, (character) =>
    /^[ -~]$/.test(character) && !/['"\\]/.test(character) ? character : escapeOf(character),
  );
  return `'${escaped.join('')}'`;
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The string whose `repr` MicroPython printed; undefined where this is none. */
export function readRepr(text: string): string | undefined {
  const [, , body] = /^(['"])(.*)\1$/.exec(text) ?? [];
  return body?.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/g,
    (_, two?: string, four?: string, eight?: string, other = '') => {
      const hex = two ?? four ?? eight;
      return hex === undefined
        ? (NAMED_ESCAPES[other] ?? other)
        : String.fromCodePoint(Number.parseInt(hex, 16));
    },
  );
}
