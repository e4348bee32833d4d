/** For tests: the real file system, cut off at a chosen step as if the process had died or the disk had failed there. */

import type { FileHandle } from 'node:fs/promises';
import fs from 'node:fs/promises';

import type { FileSystem } from './file-system.ts';

export interface FailingFileSystem extends FileSystem {
  /** Calls made so far, those on open files included. */
  readonly steps: readonly string[];
}

export interface Failure {
  /** 0-based number of the call that fails. */
  readonly step: number;
  /** True: that call and all later ones fail, like a process that died. False: only that one. */
  readonly forGood: boolean;
  readonly code: string;
}

const HANDLE_CALLS = ['writeFile', 'appendFile', 'sync', 'close', 'stat', 'read'];

export function createFailingFileSystem(failure?: Failure): FailingFileSystem {
  const steps: string[] = [];

  async function step<T>(name: string, act: () => Promise<T>, halfway?: () => Promise<unknown>): Promise<T> {
    const number = steps.push(name) - 1;
    const fails = failure && (number === failure.step || (failure.forGood && number > failure.step));
    if (!fails) return act();
    if (number === failure.step) await halfway?.();
    throw Object.assign(new Error(`${failure.code}: ${name}`), { code: failure.code });
  }

  /** A write that fails has written half of its text. */
  function wrapHandle(handle: FileHandle): FileHandle {
    return new Proxy(handle, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== 'function' || typeof key !== 'string') return value;
        const call = value.bind(target) as (...values: unknown[]) => Promise<unknown>;
        if (!HANDLE_CALLS.includes(key)) return call;
        return (...values: unknown[]) => {
          const [text] = values;
          const half =
            typeof text === 'string' ? () => target.appendFile(text.slice(0, text.length / 2)) : undefined;
          // A dead process closes its files too, or the test would leak them.
          if (key === 'close') return target.close().then(() => step(key, async () => undefined));
          return step(key, () => call(...values), half);
        };
      },
    });
  }

  const wrapped = new Proxy(fs, {
    get(target, key) {
      const call = Reflect.get(target, key, target) as (...values: unknown[]) => Promise<unknown>;
      return async (...values: unknown[]) => {
        const result = await step(String(key), () => call.apply(target, values));
        return key === 'open' ? wrapHandle(result as FileHandle) : result;
      };
    },
  });
  return Object.assign(Object.create(wrapped) as FileSystem, { steps });
}
