/** Paths on a board as people type them: `main.py`, `/lib/pump.py`, `:main.py`. Knows no device. */

import { inputError } from '../input-error.ts';

/** The root of a board's files. */
export const ROOT = '/';

/** Makes a path absolute and tidy, or throws an InputError. A colon before it says that it is the board's. */
export function boardPath(typed: string): string {
  const names = typed
    .replace(/^:/, '')
    .split('/')
    .filter((name) => name !== '' && name !== '.');
  if (names.includes('..')) throw badPath(typed, 'Write the path from the root, without "..".');
  // Control characters could be taken for commands on the way.
  // eslint-disable-next-line no-control-regex
  if (names.some((name) => /[\u0000-\u001f\u007f]/.test(name)))
    throw badPath(typed, 'Use names without control characters.');
  return ROOT + names.join('/');
}

/** `typed` says by its end that a folder is meant. */
export function meansFolder(typed: string): boolean {
  return typed === '' || /[/:]$/.test(typed);
}

export function joinBoard(folder: string, name: string): string {
  return name === '' ? folder : `${folder === ROOT ? '' : folder}/${name}`;
}

/** The last name of a path; empty for the root. */
export function boardName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `path` is in the folder, at any depth. */
export function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder === ROOT ? ROOT : `${folder}/`) && path !== folder;
}

function badPath(typed: string, fix: string): Error {
  return inputError({
    code: 'bad-path',
    message: 'This is no path on a board.',
    fix,
    where: { file: typed },
  });
}
