/** Storage of a board on a cable: each operation over an executor that RealDevice lends for its time. Knows no ports and no screens. */

import { type Event, Emitter } from '#common/lifecycle/emitter.ts';
import { deviceError } from '../../device/device-error.ts';
import type {
  FileDigest,
  SaveReport,
  Storage,
  StorageListing,
  StorageProgress,
  StoredFile,
} from '../../device/storage.ts';
import type { Executor } from '../executor.ts';
import { checkPath, checkTarget } from './board-path.ts';
import { digestsOf, listFiles } from './look.ts';
import { changeFiles, didNotRun, type ScriptArgument } from './change.ts';
import { sha256Hex } from './proof.ts';
import { readFile } from './read-file.ts';
import { saveFiles } from './save-files.ts';
import { SaveProgress } from './save-progress.ts';
import { MAKE_FOLDER, REMOVE, RENAME } from './scripts.ts';
import { Session } from './session.ts';
import { asDeviceError } from './storage-errors.ts';

export interface BoardStorageOptions {
  /** Lends the executor of an idle board for one operation at a time; rejects with `busy`, `link-lost` … where there is none. */
  withExecutor<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** The same for work that writes: nothing of an earlier program (threads, timers, the other core) runs on the board meanwhile. */
  withQuietExecutor<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** The person pressed Cancel: the operation that is under way tidies up before its next turn, and rejects. */
  readonly onCancel: Event<void>;
}

export function createBoardStorage(options: BoardStorageOptions): Storage {
  return new BoardStorage(options);
}

class BoardStorage implements Storage {
  readonly #options: BoardStorageOptions;
  readonly #progress = new Emitter<StorageProgress>();
  readonly onProgress = this.#progress.event;

  constructor(options: BoardStorageOptions) {
    this.#options = options;
  }

  list(): Promise<StorageListing> {
    return this.#operate('the board', (session) => session.twice('protocol', () => listFiles(session)));
  }

  async read(path: string): Promise<Uint8Array> {
    checkPath(path);
    return this.#operate(path, (session) => this.#read(session, path));
  }

  async digests(paths: readonly string[]): Promise<readonly FileDigest[]> {
    paths.forEach(checkPath);
    if (paths.length === 0) return [];
    return this.#operate('the board', async (session) => {
      const found = await session.twice('protocol', () => digestsOf(session, paths));
      if (session.executor.features.has('hashlib'))
        return found.map(({ path, size, hash }) => ({ path, size, sha256: hash }));
      // This board knows no SHA-256: its files come here and are hashed here.
      const digests: FileDigest[] = [];
      for (const { path, size } of found)
        digests.push({ path, size, sha256: sha256Hex(await this.#read(session, path)) });
      return digests;
    });
  }

  async save(files: readonly StoredFile[]): Promise<SaveReport> {
    for (const { path } of files) checkTarget(path);
    const progress = new SaveProgress(files, (state) => this.#progress.fire(state));
    if (files.length === 0) return { written: [], unchanged: [], wireBytes: 0, roundTrips: 0 };
    return this.#write(files.length === 1 ? (files[0]?.path ?? '') : 'the files', async (session) => {
      const { executor } = session;
      const before = executor.count;
      await session.twice('not-verified', () => saveFiles(session, progress.restart(), progress), {
        message: notVerified(files),
      });
      const after = executor.count;
      return {
        written: progress.written,
        unchanged: progress.unchanged,
        wireBytes: after.bytes - before.bytes,
        roundTrips: after.roundTrips - before.roundTrips,
      };
    });
  }

  async remove(paths: readonly string[]): Promise<void> {
    paths.forEach(checkPath);
    if (paths.length > 0) await this.#change(REMOVE, 'U', [paths], paths);
  }

  async rename(from: string, to: string): Promise<void> {
    checkPath(from);
    checkTarget(to);
    if (to.startsWith(`${from}/`))
      throw deviceError('bad-path', `${from} cannot be moved into itself. Choose another name.`);
    await this.#change(RENAME, 'V', [from, to], [from, to]);
  }

  async makeFolder(path: string): Promise<void> {
    checkPath(path);
    await this.#change(MAKE_FOLDER, 'Y', [path], [path]);
  }

  #change(
    script: string,
    name: string,
    args: readonly ScriptArgument[],
    paths: readonly string[],
  ): Promise<void> {
    return this.#write(paths[0] ?? '', (session) =>
      session.twice('protocol', () => changeFiles(session, script, name, args, paths), {
        mayRetry: didNotRun,
      }),
    );
  }

  #read(session: Session, path: string): Promise<Uint8Array> {
    const read = (): Promise<Uint8Array> =>
      readFile(session, path, (done, total) =>
        this.#progress.fire({ operation: 'reading', path, done, total }),
      );
    const message = `What was read of ${path} is not what is on the board, twice. Check the cable and try again.`;
    return session.twice('not-verified', read, { message });
  }

  #operate<T>(what: string, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#session(what, work, (job) => this.#options.withExecutor(job));
  }

  #write<T>(what: string, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#session(what, work, (job) => this.#options.withQuietExecutor(job));
  }

  /** @param what what a message names where nothing nearer is known. */
  async #session<T>(
    what: string,
    work: (session: Session) => Promise<T>,
    lend: (job: (executor: Executor) => Promise<T>) => Promise<T>,
  ): Promise<T> {
    let cancelled = false;
    const listening = this.#options.onCancel(() => (cancelled = true));
    try {
      return await lend((executor) => work(new Session(executor, () => cancelled)));
    } catch (error) {
      throw asDeviceError(error, what);
    } finally {
      listening.dispose();
    }
  }
}

function notVerified(files: readonly StoredFile[]): string {
  const name = files.length === 1 ? (files[0]?.path ?? '') : 'the files';
  return `What arrived on the board as ${name} is not what was sent, twice; the old content is still there. Check the cable and save again.`;
}
