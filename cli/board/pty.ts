/** A pseudo-terminal as a serial port for other programs: they open its path as often as they like. Knows no board. */

import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import type { Disposable } from '#common/lifecycle/disposable.ts';
import { inputError } from '../input-error.ts';

export interface Pty extends Disposable {
  /** What other programs open, such as `/dev/pts/3`. */
  readonly path: string;
  /** Bytes as they are. What nobody reads for half a second is lost, as on a cable. */
  write(bytes: Uint8Array): void;
}

/** Between two tries to write where the other end has no room, ms. */
const RETRY_MS = 5;
const PATIENCE_MS = 500;

/** Throws an InputError where this system or this installation has no pseudo-terminals. */
export async function openPty(onBytes: (bytes: Uint8Array) => void): Promise<Pty> {
  if (process.platform === 'win32') {
    throw inputError({
      code: 'no-pty',
      message: 'Windows has no serial ports that a program can make by itself.',
      fix: 'Run this command on Linux, on macOS or in WSL.',
    });
  }
  const { master, slave, pty: path } = (await loadNative()).open(80, 24);
  // Without echo, before a byte goes either way: the board would answer its own words.
  const { status, error } = spawnSync('stty', ['raw', '-echo'], { stdio: [slave, 'ignore', 'ignore'] });
  if (status !== 0) {
    closeSync(master);
    closeSync(slave);
    throw inputError({
      code: 'no-pty',
      message: `The new port could not be set up: stty failed${error ? ` (${error.message})` : ''}.`,
      fix: 'Install the program stty (coreutils).',
    });
  }
  return new OpenPty(master, slave, path, onBytes);
}

async function loadNative(): Promise<NativePty> {
  try {
    const { default: native } = await import('@lydell/node-pty/requireBinary.js');
    return native.requireBinary('pty.node');
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw inputError({
      code: 'no-pty',
      message: `The part of Pinlab that makes serial ports is missing or does not fit this system: ${reason}`,
      fix: 'Install Pinlab’s packages again on this system (npm ci).',
    });
  }
}

type NativePty = ReturnType<(typeof import('@lydell/node-pty/requireBinary.js'))['default']['requireBinary']>;

class OpenPty implements Pty {
  readonly path: string;
  readonly #master: number;
  readonly #stream: ReadStream;
  /** Keeps the port there while no other program has it open. */
  readonly #slave: number;
  #waiting: Uint8Array[] = [];
  #retry: NodeJS.Timeout | undefined;
  #triesLeft = 0;
  #isOpen = true;

  constructor(master: number, slave: number, path: string, onBytes: (bytes: Uint8Array) => void) {
    this.path = path;
    this.#master = master;
    this.#slave = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
    closeSync(slave);
    this.#stream = new ReadStream(master);
    this.#stream.on('data', onBytes);
    // The other end cannot vanish while we hold it.
    this.#stream.on('error', () => undefined);
  }

  write(bytes: Uint8Array): void {
    if (!this.#isOpen) return;
    this.#waiting.push(bytes);
    if (!this.#retry) this.#push();
  }

  dispose(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    clearTimeout(this.#retry);
    this.#stream.destroy();
    closeSync(this.#slave);
  }

  #push(): void {
    this.#retry = undefined;
    for (let piece = this.#waiting[0]; piece; piece = this.#waiting[0]) {
      const written = this.#tryWrite(piece);
      if (written > 0) this.#triesLeft = PATIENCE_MS / RETRY_MS;
      if (written < piece.length) {
        this.#waiting[0] = piece.subarray(written);
        this.#wait();
        return;
      }
      this.#waiting.shift();
    }
  }

  #wait(): void {
    if (this.#triesLeft <= 0) {
      this.#waiting = [];
      this.#forgetUnread();
      this.#triesLeft = PATIENCE_MS / RETRY_MS;
      return;
    }
    this.#triesLeft -= 1;
    this.#retry = setTimeout(() => this.#push(), RETRY_MS);
  }

  /** Bytes written. The descriptor does not block; the stream's own write would. */
  #tryWrite(bytes: Uint8Array): number {
    try {
      return writeSync(this.#master, bytes);
    } catch (error) {
      if (isCode(error, 'EAGAIN')) return 0;
      throw error;
    }
  }

  /** Whoever comes next wants to hear the board as it is then. */
  #forgetUnread(): void {
    const buffer = new Uint8Array(4096);
    try {
      while (readSync(this.#slave, buffer) > 0);
    } catch (error) {
      if (!isCode(error, 'EAGAIN')) throw error;
    }
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
