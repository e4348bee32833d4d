/**
 * Saving a project's program on a board, so that it starts there by itself: compared with what is on the board, asked where
 * that came from elsewhere, sent, and proven. Knows no view.
 */

import { DeviceError } from '#interpreter/device/device-error.ts';
import { MAIN_FILE, type ProgramFiles } from '#interpreter/device/device.ts';
import { fromStartProgram } from '#interpreter/device/start-program.ts';
import type { Storage, StorageProgress, StoredFile } from '#interpreter/device/storage.ts';
import { boardFiles, digestOf, readSaves, SAVES_FILE, type Saves, writeSaves } from './board-files.ts';
import type { BoardSession } from './board-session.svelte.ts';
import { describeFault, type Fault } from './fault.ts';

/** A file on the board that is another than ours, and that this project did not save there. */
export interface Conflict {
  /** As the project calls it. */
  readonly name: string;
  readonly mine: string;
  readonly onBoard: string;
  /** SHA-256 of the board's copy. */
  readonly digest: string;
}

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'asking'; readonly conflicts: readonly Conflict[] }
  /** `done` of `total` bytes. */
  | { readonly kind: 'saving'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** What may be done about a conflict. */
export type Choice = 'replace' | 'keep' | 'cancel';

export interface SaveOptions {
  /** The project's program and its other files. */
  readonly programFiles: () => ProgramFiles;
  readonly file: (name: string) => string | undefined;
  /** Puts text into a file of the project. */
  readonly setFile: (name: string, text: string) => void;
  /** Everything is on the board, proven by its digests. */
  readonly onSaved: (session: BoardSession) => void;
}

interface Job {
  readonly session: BoardSession;
  readonly storage: Storage;
  readonly files: readonly StoredFile[];
}

export class BoardSave {
  readonly #options: SaveOptions;
  #asked: { readonly job: Job; readonly conflicts: readonly Conflict[] } | undefined;
  #session: BoardSession | undefined;

  state = $state.raw<SaveState>({ kind: 'idle' });
  readonly isBusy = $derived(['comparing', 'asking', 'saving'].includes(this.state.kind));

  constructor(options: SaveOptions) {
    this.#options = options;
  }

  /** Saves everything, or asks first. A program that runs on the board is stopped. Never rejects: trouble is in `state`. */
  async save(session: BoardSession): Promise<void> {
    const { storage } = session;
    if (this.isBusy || !storage) return;
    this.#session = session;
    this.state = { kind: 'comparing' };
    await this.#attempt(async () => {
      if (session.status !== 'idle') await session.device.stop();
      const files = boardFiles(this.#options.programFiles());
      const job = { session, storage, files };
      const conflicts = await this.#conflictsOf(job);
      if (conflicts.length === 0) return this.#send(job);
      this.#asked = { job, conflicts };
      this.state = { kind: 'asking', conflicts };
    });
  }

  /** The answer to a conflict. `keep` puts the board's copies into the project. */
  async answer(choice: Choice): Promise<void> {
    const asked = this.#asked;
    this.#asked = undefined;
    if (!asked) return;
    if (choice === 'replace') return this.#attempt(() => this.#send(asked.job));
    if (choice === 'keep') this.#keep(asked.job, asked.conflicts);
    this.state = { kind: 'idle' };
  }

  /** Ends what is under way; what is on the board stays as it was. */
  cancel(): void {
    if (this.#asked) void this.answer('cancel');
    else if (this.isBusy) this.#session?.cancel();
  }

  dismiss(): void {
    if (!this.isBusy) this.state = { kind: 'idle' };
  }

  async #conflictsOf({ session, storage, files }: Job): Promise<readonly Conflict[]> {
    const saved = readSaves(this.#options.file(SAVES_FILE), keyOf(session));
    const onBoard = await storage.digests(files.map(({ path }) => path));
    const conflicts: Conflict[] = [];
    for (const { path, sha256 } of onBoard) {
      const ours = files.find((file) => file.path === path);
      if (!ours || sha256 === saved[path] || sha256 === digestOf(ours.bytes)) continue;
      conflicts.push({
        name: path.slice(1),
        mine: textOf(ours.bytes),
        onBoard: textOf(await storage.read(path)),
        digest: sha256,
      });
    }
    return conflicts;
  }

  async #send({ session, storage, files }: Job): Promise<void> {
    this.state = { kind: 'saving', name: '', done: 0, total: 0 };
    const watching = storage.onProgress((progress) => this.#show(progress));
    try {
      await storage.save(files);
      this.#remember(session, Object.fromEntries(files.map(({ path, bytes }) => [path, digestOf(bytes)])));
      this.state = { kind: 'saved' };
      this.#options.onSaved(session);
    } finally {
      watching.dispose();
    }
  }

  #show({ operation, path, done, total }: StorageProgress): void {
    if (operation === 'writing') this.state = { kind: 'saving', name: path.slice(1), done, total };
  }

  #keep({ session }: Job, conflicts: readonly Conflict[]): void {
    const { file, setFile } = this.#options;
    const digests = conflicts.map(({ name, digest }) => [`/${name}`, digest] as const);
    for (const { name, onBoard } of conflicts)
      setFile(name, name === MAIN_FILE ? fromStartProgram(onBoard) : onBoard);
    const before = readSaves(file(SAVES_FILE), keyOf(session));
    this.#remember(session, { ...before, ...Object.fromEntries(digests) });
  }

  #remember(session: BoardSession, saves: Saves): void {
    const { file, setFile } = this.#options;
    setFile(SAVES_FILE, writeSaves(file(SAVES_FILE), keyOf(session), saves));
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      const isCancelled = error instanceof DeviceError && error.code === 'cancelled';
      this.state = isCancelled ? { kind: 'idle' } : { kind: 'failed', fault: describeFault(error) };
    }
  }
}

/** By what a board is known again. */
function keyOf({ info, port }: BoardSession): string {
  return info?.uniqueId ?? port.serialNumber ?? port.location ?? port.path;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
