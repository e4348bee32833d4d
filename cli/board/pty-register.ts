/** Where port lists learn of virtual boards: a small file for each process that serves one. Knows no board. */

import { mkdirSync, rmSync, symlinkSync, lstatSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Disposable, toDisposable } from '#common/lifecycle/disposable.ts';
import { inputError } from '../input-error.ts';

export interface VirtualPort {
  readonly path: string;
  readonly name: string;
  /** Board id of the catalog. */
  readonly board: string;
}

/** @param dataFolder of this account. The entry goes with the result; one that was left behind names a process that is gone. */
export function registerPort(dataFolder: string, port: VirtualPort): Disposable {
  const folder = join(dataFolder, 'virtual-boards');
  const file = join(folder, `${process.pid}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ pid: process.pid, ...port })}\n`);
  return toDisposable(() => rmSync(file, { force: true }));
}

/** Makes a link to the port under a name that stays the same. Replaces a link, but nothing else. */
export function linkPort(link: string, path: string): Disposable {
  const there = lstatSync(link, { throwIfNoEntry: false });
  if (there && !there.isSymbolicLink()) {
    const message = `${link} is there already, and is no link.`;
    throw inputError({ code: 'bad-option', message, fix: 'Choose another name.', where: { file: '--link' } });
  }
  rmSync(link, { force: true });
  symlinkSync(path, link);
  return toDisposable(() => rmSync(link, { force: true }));
}
