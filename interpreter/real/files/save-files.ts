/**
 * Saving files so that each has its old or its new content at every moment: compare, send to a temporary file beside the target,
 * prove by hash on the board, rename. Knows the order of the turns; the Python is in scripts.ts.
 */

import type { BoardFeature } from '../../device/link.ts';
import type { StoredFile } from '../../device/storage.ts';
import { folderOf, pythonString } from './board-path.ts';
import { createPayload, lengthOf, type Payload } from './payload.ts';
import { type Proof, proofFor } from './proof.ts';
import { BASE64, INFLATE, SAVE } from './scripts.ts';
import { FORGET, NAMESPACE } from './sealed-code.ts';
import { call, Damage, type Session } from './session.ts';
import { type Found, planSpace, readComparison, type Volume, volumeFor } from './space.ts';
import { readFailure, storageError } from './storage-errors.ts';

/** Characters of statements in one turn: one piece of a big file, or several small files. */
const TURN_CHARACTERS = 2200;
/** A single file that takes no more is compared and sent in one turn. */
const SINGLE_TURN_CHARACTERS = 2600;
/** Characters of paths that are compared in one turn. */
const COMPARE_CHARACTERS = 6000;
/** Deflated files of at most so many bytes wait in the board's memory, others in its flash. */
const MEMORY_STAGE = 4096;
/** Bytes a millisecond that the slowest flash surely writes and reads again. */
const SLOWEST_FLASH = 10;
const IDLE_LIMIT = 5000;

export interface SaveListener {
  /** The file is on its way, and will have arrived even if that cannot be heard. */
  begin(path: string): void;
  /** So many bytes more of a file are over. */
  advance(path: string, bytes: number): void;
  /** The board has proven the file; `wasSent` is false where it was there already. */
  finish(path: string, wasSent: boolean): void;
}

/** A file that has to be sent. */
interface Job {
  readonly index: number;
  readonly file: StoredFile;
  readonly seal: string;
  readonly payload: Payload;
  /** Bytes that must be free before it. */
  readonly needed: number;
}

/** One call on the board. */
interface Statement {
  readonly text: string;
  readonly job: Job;
  /** Bytes of the file that it carries. */
  readonly bytes: number;
  /** Whether it ends the file and answers with its hash. */
  readonly proves: boolean;
}

/** @param files paths that were checked, each once. Throws Damage where it is worth another try. */
export async function saveFiles(
  session: Session,
  files: readonly StoredFile[],
  listener: SaveListener,
): Promise<void> {
  for (const batch of batches(files)) {
    try {
      await new Batch(session, batch, listener).save();
    } catch (error) {
      await session.tidyUp(`try:${call('F', 'Exception()')}except Exception:pass\n`, error);
      throw error;
    }
  }
}

class Batch {
  readonly #session: Session;
  readonly #files: readonly StoredFile[];
  readonly #listener: SaveListener;
  readonly #proof: Proof;
  readonly #features: ReadonlySet<BoardFeature>;

  constructor(session: Session, files: readonly StoredFile[], listener: SaveListener) {
    this.#session = session;
    this.#files = files;
    this.#listener = listener;
    this.#features = session.executor.features;
    this.#proof = proofFor(this.#features);
  }

  async save(): Promise<void> {
    const single = this.#singleTurn();
    const tail = single
      ? `if ${NAMESPACE}['N']!=['${single.job.seal}']:\n${indent(single.code)}${FORGET}`
      : '';
    if (single) this.#listener.begin(single.job.file.path);
    const answer = await this.#session.begin(this.#compareCode(), tail, this.#patience());
    const folders = foldersOf(this.#files);
    const { volumes, found } = readComparison(answer.lines, folders);
    if (single) {
      volumeFor(single.job.file.path, volumes);
      if (found.get(0)?.hash === single.job.seal) return this.#listener.finish(single.job.file.path, false);
      return this.#readTurn(answer.rest, single.statements);
    }
    await this.#send(this.#jobs(volumes, found));
  }

  async #send(jobs: readonly Job[]): Promise<void> {
    const turns = packed(jobs.flatMap(statementsOf));
    for (const [at, turn] of turns.entries()) {
      const last = at === turns.length - 1 ? FORGET : '';
      for (const { job } of turn) this.#listener.begin(job.file.path);
      this.#readTurn(await this.#session.go(turnCode(turn) + last, this.#patience()), turn);
    }
  }

  /** What is said on the board after a turn: errors, and hashes of the files that it ended. */
  #readTurn(lines: readonly string[], turn: readonly Statement[]): void {
    const hashes = new Map(
      lines
        .map((line) => /^\+ (\d+) ([\da-f]+)$/.exec(line))
        .map((match) => [Number(match?.[1]), match?.[2]]),
    );
    for (const { job, bytes, proves } of turn) {
      const { path } = job.file;
      if (proves) {
        const hash = hashes.get(job.index);
        if (hash === job.seal) this.#listener.finish(path, true);
        else this.#explain(lines, job, hash);
      } else if (bytes > 0) this.#listener.advance(path, bytes);
    }
    const failure = lines.find((line) => line.startsWith('!'));
    const job = turn.at(-1)?.job;
    if (failure !== undefined && job) this.#explain(lines, job, undefined);
  }

  #explain(lines: readonly string[], job: Job, hash: string | undefined): never {
    const failure = lines.map(readFailure).find((entry) => entry !== undefined);
    if (hash === undefined && (failure?.exception === 'OSError' || failure?.exception === 'MemoryError')) {
      const path = this.#files[Number(failure.which)]?.path ?? job.file.path;
      throw storageError(failure, path, job.needed);
    }
    throw new Damage(`${job.file.path} did not arrive whole: ${failure?.exception ?? hash ?? 'no answer'}.`);
  }

  #jobs(volumes: ReadonlyMap<string, Volume>, found: ReadonlyMap<number, Found>): Job[] {
    const missing = this.#files.map((file, index) => ({ file, index, seal: this.#seal(file) }));
    const toSend = missing.filter(({ file, index, seal }) => {
      if (found.get(index)?.hash !== seal) return true;
      this.#listener.finish(file.path, false);
      return false;
    });
    return planSpace(
      toSend.map(({ file, index, seal }) => ({
        index,
        file,
        seal,
        old: found.get(index)?.size ?? 0,
        payload: createPayload(file.bytes, this.#features),
      })),
      volumes,
      { inMemory: MEMORY_STAGE, plain: (bytes) => createPayload(bytes, this.#features, false) },
    );
  }

  #seal({ path, bytes }: StoredFile): string {
    return this.#proof.of(bytes, path);
  }

  /** The only file, where it is small enough to be sent before it is known whether it is needed. */
  #singleTurn():
    { readonly job: Job; readonly statements: readonly Statement[]; readonly code: string } | undefined {
    const [file, ...others] = this.#files;
    if (!file || others.length > 0) return undefined;
    const payload = createPayload(file.bytes, this.#features);
    if (lengthOf(payload) > SINGLE_TURN_CHARACTERS) return undefined;
    const job = { index: 0, file, seal: this.#seal(file), payload, needed: file.bytes.length };
    const statements = statementsOf(job);
    return { job, statements, code: turnCode(statements) };
  }

  #compareCode(): string {
    const folders = foldersOf(this.#files).map(pythonString);
    const files = this.#files.map(({ path, bytes }) => `(${pythonString(path)},${bytes.length})`);
    const features = this.#features;
    const kit = [
      this.#proof.python,
      SAVE,
      features.has('binascii') ? BASE64 : '',
      features.has('deflate') ? INFLATE : '',
    ];
    return `${kit.join('')}C([${folders.join(',')}],[${files.join(',')}])`;
  }

  /** Hashing, inflating and writing are silent, and take their time with a big file. */
  #patience(): { readonly idleLimit: number } {
    const biggest = Math.max(...this.#files.map(({ bytes }) => bytes.length));
    return { idleLimit: IDLE_LIMIT + biggest / SLOWEST_FLASH };
  }
}

function statementsOf(job: Job): Statement[] {
  const { payload, file, index, needed, seal } = job;
  const way = payload.deflated ? (payload.size > MEMORY_STAGE ? 1 : 2) : 0;
  const share = file.bytes.length / Math.max(1, payload.pieces.length);
  return [
    { text: call('O', index, way, needed), job, bytes: 0, proves: false },
    ...payload.pieces.map((piece) => ({ text: call('A', piece), job, bytes: share, proves: false })),
    { text: call('E', `'${seal}'`), job, bytes: 0, proves: true },
  ];
}

function turnCode(statements: readonly Statement[]): string {
  const lines = statements.map(({ text }) => ` ${text}`).join('');
  return `try:\n${lines}except Exception as _e:${call('F', '_e')}`;
}

function indent(code: string): string {
  return code.replace(/^(?=.)/gm, ' ');
}

/** As few turns as possible, in order. */
function packed(statements: readonly Statement[]): Statement[][] {
  const turns: Statement[][] = [];
  let length = Infinity;
  for (const statement of statements) {
    length += statement.text.length;
    if (length > TURN_CHARACTERS) {
      turns.push([]);
      length = statement.text.length;
    }
    turns.at(-1)?.push(statement);
  }
  return turns;
}

function batches(files: readonly StoredFile[]): StoredFile[][] {
  const result: StoredFile[][] = [];
  let length = Infinity;
  for (const file of files) {
    const size = 2 * pythonString(file.path).length;
    length += size;
    if (length > COMPARE_CHARACTERS) {
      result.push([]);
      length = size;
    }
    result.at(-1)?.push(file);
  }
  return result;
}

function foldersOf(files: readonly StoredFile[]): string[] {
  return [...new Set(files.map(({ path }) => folderOf(path)))];
}
