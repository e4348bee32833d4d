/** Reading a file from the board: in portions, so that Cancel is heard, and proven by its hash. Knows no other operation. */

import { fromBase64 } from './base64.ts';
import { pythonString } from './board-path.ts';
import { type Proof, proofFor } from './proof.ts';
import { PRINT_BASE64, PRINT_HEX, READ } from './scripts.ts';
import { FORGET, NAMESPACE } from './sealed-code.ts';
import { call, Damage, type Session } from './session.ts';
import { readFailure, storageError } from './storage-errors.ts';

/** Bytes that the board sends before we look at Cancel again: about 2 s of a slow line. */
const PORTION = 16_384;
/** Bytes that any board hashes in a millisecond. */
const SLOWEST_HASH = 20;
const IDLE_LIMIT = 5000;
const NEXT_PORTION = `${call('T', PORTION)}if ${NAMESPACE}['l']<1:${FORGET}`;

/** How the board writes bytes as text. */
interface Encoding {
  readonly python: string;
  readonly charactersPerByte: number;
  decode(text: string): Uint8Array | undefined;
}
const BASE64: Encoding = { python: PRINT_BASE64, charactersPerByte: 4 / 3, decode: fromBase64 };
const HEX: Encoding = { python: PRINT_HEX, charactersPerByte: 2, decode: fromHex };

/** Throws Damage where it is worth another try. */
export async function readFile(
  session: Session,
  path: string,
  onProgress: (done: number, total: number) => void,
): Promise<Uint8Array> {
  const { features } = session.executor;
  const encoding = features.has('binascii') ? BASE64 : HEX;
  const proof = proofFor(features);
  const code = `${proof.python}${READ}${encoding.python}O(${pythonString(path)})`;
  const opened = await session.begin(code, NEXT_PORTION);
  const [first = ''] = opened.lines;
  const failure = readFailure(first);
  if (failure) throw storageError(failure, path);
  const content = new Content(Number(first), encoding, proof);
  content.add(opened.rest);
  let told = 0;
  // What is told while a portion comes is an estimate.
  const tell = (done: number): void => {
    if (done <= told) return;
    told = done;
    onProgress(done, content.size);
  };
  while (!content.isWhole) {
    const before = content.filled;
    tell(before);
    let characters = 0;
    const onText = (text: string): void => {
      characters += text.length;
      tell(content.estimate(before, characters));
    };
    const idleLimit = IDLE_LIMIT + content.size / SLOWEST_HASH;
    content.add(await session.go(NEXT_PORTION, { idleLimit, onText }));
    if (!content.isWhole && content.filled === before) throw new Damage(`The rest of ${path} did not come.`);
  }
  tell(content.size);
  return content.bytes;
}

class Content {
  readonly bytes: Uint8Array;
  readonly #encoding: Encoding;
  readonly #proof: Proof;
  filled = 0;
  isWhole = false;

  constructor(size: number, encoding: Encoding, proof: Proof) {
    this.bytes = new Uint8Array(size);
    this.#encoding = encoding;
    this.#proof = proof;
  }

  get size(): number {
    return this.bytes.length;
  }

  /** Bytes that are there once so many characters of a portion came. */
  estimate(before: number, characters: number): number {
    return Math.min(this.size, before + Math.floor(characters / this.#encoding.charactersPerByte));
  }

  add(lines: readonly string[]): void {
    for (const line of lines) {
      const hash = /^# ([\da-f]+)$/.exec(line)?.[1];
      if (hash === undefined) this.#append(this.#encoding.decode(line));
      else this.#finish(hash);
    }
  }

  #append(piece: Uint8Array | undefined): void {
    if (!piece || this.isWhole || this.filled + piece.length > this.size)
      throw new Damage('Data of a file came damaged.');
    this.bytes.set(piece, this.filled);
    this.filled += piece.length;
  }

  #finish(hash: string): void {
    if (this.filled !== this.size || this.#proof.of(this.bytes) !== hash)
      throw new Damage('A file that was read has another hash on the board.');
    this.isWhole = true;
  }
}

function fromHex(text: string): Uint8Array | undefined {
  if (!/^(?:[\da-f]{2})*$/.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
