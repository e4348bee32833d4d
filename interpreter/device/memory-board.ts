/**
 * The in-memory twin of a board on a cable, for tests: a MemoryDevice with a link, files and a prompt. Tests plug it in and out, let it
 * refuse things and make its steps last. It runs no Python and keeps no bytes outside memory.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { type Capability, DEBUGGER, PROBE, STIMULUS, VIRTUAL_TIME } from './capability.ts';
import { type DeviceError, type DeviceErrorCode, deviceError } from './device-error.ts';
import type { Device, DeviceStatus, ProgramFiles, RunResult } from './device.ts';
import { type BoardInfo, LINK, type Link, type LinkState } from './link.ts';
import { MemoryDevice, type MemoryDeviceOptions } from './memory-device.ts';
import {
  type SaveReport,
  STORAGE,
  type Storage,
  type StorageEntry,
  type StorageListing,
  type StorageProgress,
  type StoredFile,
} from './storage.ts';
import { TERMINAL, type Terminal } from './terminal.ts';

export interface MemoryBoardOptions extends MemoryDeviceOptions {
  readonly info?: Partial<BoardInfo>;
  /** Absolute path to text. */
  readonly files?: Readonly<Record<string, string>>;
  /** What `open` does instead of opening. */
  readonly refuse?: DeviceErrorCode;
}

const INFO: BoardInfo = {
  machine: 'Raspberry Pi Pico with RP2040',
  platform: 'rp2',
  version: '1.28.0',
  uniqueId: 'e6614103e7174a2c',
  memoryFree: 190_000,
  memoryTotal: 233_000,
  flashFree: 800_000,
  flashTotal: 868_352,
  mpy: '6.3',
  features: ['raw-paste', 'deflate', 'binascii', 'hashlib'],
};

export class MemoryBoard implements Device {
  readonly #device: MemoryDevice;
  readonly #refuse: DeviceErrorCode | undefined;
  readonly #files: Map<string, Uint8Array>;
  readonly #folders = new Set<string>();
  readonly #linkState = new Emitter<LinkState>();
  readonly #text = new Emitter<string>();
  readonly #progress = new Emitter<StorageProgress>();
  readonly #fault = new Emitter<DeviceError>();
  readonly #capabilities: ReadonlyMap<string, unknown>;
  #link: LinkState = { kind: 'closed' };
  #info: BoardInfo | undefined;
  #failNext: DeviceErrorCode | undefined;
  #held:
    { readonly release: () => void; readonly cancel: () => void; readonly ended: Promise<void> } | undefined;

  /** What was typed at the prompt so far; pasted text counts. */
  typed = '';

  constructor({ info, files = {}, refuse, ...options }: MemoryBoardOptions = {}) {
    const without = [DEBUGGER, PROBE, STIMULUS, VIRTUAL_TIME].map(({ name }) => name);
    this.#device = new MemoryDevice({ ...options, without });
    this.#refuse = refuse;
    this.#files = new Map(
      Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]),
    );
    const known = { ...INFO, ...info };
    this.#capabilities = new Map<string, unknown>([
      [LINK.name, this.#createLink(known)],
      [STORAGE.name, this.#createStorage(known)],
      [TERMINAL.name, this.#createTerminal()],
    ]);
  }

  get status(): DeviceStatus {
    return this.#device.status;
  }

  get onStatus() {
    return this.#device.onStatus;
  }

  get onOutput() {
    return this.#device.onOutput;
  }

  get onTraceback() {
    return this.#device.onTraceback;
  }

  readonly onFault = this.#fault.event;

  async open(): Promise<void> {
    if (this.#link.kind === 'ready') return;
    this.#enter({ kind: 'connecting', step: 'opening' });
    try {
      await this.#waitIfHeld();
      if (this.#refuse) throw deviceError(this.#refuse);
      await this.#device.open();
    } catch (error) {
      this.#enter({ kind: 'closed' });
      throw error;
    }
    this.#enter({ kind: 'ready' });
  }

  load(files: ProgramFiles): Promise<void> {
    return this.#device.load(files);
  }

  run(): Promise<RunResult> {
    return this.#device.run();
  }

  async stop(): Promise<void> {
    if (this.status === 'running') this.#enter({ kind: 'stopping', step: 'interrupt' });
    try {
      await this.#waitIfHeld();
      await this.#device.stop();
    } finally {
      if (this.#link.kind === 'stopping') this.#enter({ kind: 'ready' });
    }
  }

  reset(): Promise<void> {
    return this.#device.reset();
  }

  write(text: string): Promise<void> {
    return this.#device.write(text);
  }

  capability<T>(capability: Capability<T>): T | undefined {
    return this.#capabilities.get(capability.name) as T | undefined;
  }

  dispose(): void {
    this.#held?.cancel();
    this.#device.dispose();
    this.#enter({ kind: 'closed' });
    for (const emitter of [this.#linkState, this.#text, this.#progress, this.#fault]) emitter.dispose();
  }

  /** Pulls the cable: a run ends as a fault, and calls reject until it is plugged in. */
  unplug(): void {
    this.#held?.cancel();
    this.#device.fail('link-lost');
    this.#fault.fire(deviceError('link-lost'));
    this.#enter({ kind: 'lost' });
  }

  plugIn(): void {
    this.#enter({ kind: 'ready' });
  }

  /** The board prints something at its prompt. */
  say(text: string): void {
    this.#text.fire(text);
  }

  /** Shows a step of connecting or stopping, as a slow board does. */
  show(state: LinkState): void {
    this.#enter(state);
  }

  /** The next file operation rejects. */
  failNext(code: DeviceErrorCode): void {
    this.#failNext = code;
  }

  /** Operations begun from now on wait until `release`. */
  hold(): { release(): void } {
    let release = (): void => undefined;
    let cancel = (): void => undefined;
    const ended = new Promise<void>((resolve, reject) => {
      release = resolve;
      cancel = () => reject(deviceError('cancelled'));
    });
    ended.catch(() => undefined);
    const held = { release, cancel, ended };
    this.#held = held;
    return {
      release: () => {
        if (this.#held === held) this.#held = undefined;
        release();
      },
    };
  }

  /** A file's text as it stands on the board. */
  textOf(path: string): string | undefined {
    const bytes = this.#files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  #enter(state: LinkState): void {
    this.#link = state;
    this.#linkState.fire(state);
  }

  async #waitIfHeld(): Promise<void> {
    await this.#held?.ended;
  }

  async #begin(): Promise<void> {
    if (this.#link.kind === 'lost') throw deviceError('link-lost');
    if (this.status === 'closed') throw deviceError('not-open');
    if (this.status !== 'idle') throw deviceError('busy');
    const code = this.#failNext;
    this.#failNext = undefined;
    if (code) throw deviceError(code);
    await this.#waitIfHeld();
  }

  #createLink(known: BoardInfo): Link {
    // The getters need the board's own `this`.
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const board = this;
    this.#linkState.event(({ kind }) => {
      if (kind === 'ready') this.#info = known;
    });
    return {
      get state() {
        return board.#link;
      },
      onState: this.#linkState.event,
      get info() {
        return board.#info;
      },
      refreshInfo: async () => {
        await board.#begin();
        return known;
      },
      cancel: () => {
        board.#held?.cancel();
        board.#held = undefined;
      },
    };
  }

  #createTerminal(): Terminal {
    const type = async (text: string): Promise<void> => {
      if (this.status === 'closed') throw deviceError('not-open');
      this.typed += text;
      // A program that runs has Enter as the end of a line.
      if (this.status === 'running') await this.#device.write(text.replaceAll('\r', '\n'));
    };
    return { onText: this.#text.event, write: type, paste: type };
  }

  #createStorage(known: BoardInfo): Storage {
    const content = (path: string): Uint8Array => {
      const bytes = this.#files.get(path);
      if (!bytes) throw deviceError('file-not-found', `There is no ${path} on the board.`);
      return bytes;
    };
    return {
      onProgress: this.#progress.event,
      list: async () => {
        await this.#begin();
        return this.#listing(known.flashTotal ?? 0);
      },
      read: async (path) => {
        await this.#begin();
        return content(path).slice();
      },
      digests: async (paths) => {
        await this.#begin();
        return paths
          .filter((path) => this.#files.has(path))
          .map((path) => ({ path, size: content(path).length, sha256: bytesToHex(sha256(content(path))) }));
      },
      save: (files) => this.#save(files),
      remove: async (paths) => {
        await this.#begin();
        for (const path of paths) this.#remove(path);
      },
      rename: async (from, to) => {
        await this.#begin();
        if (this.#files.has(to) || this.#folders.has(to))
          throw deviceError('exists', `There is a ${to} already.`);
        const moved = [...this.#files].filter(([path]) => path === from || path.startsWith(`${from}/`));
        if (moved.length === 0 && !this.#folders.has(from)) content(from);
        for (const [path, bytes] of moved) {
          this.#files.delete(path);
          this.#files.set(to + path.slice(from.length), bytes);
        }
        if (this.#folders.delete(from)) this.#folders.add(to);
      },
      makeFolder: async (path) => {
        await this.#begin();
        this.#folders.add(path);
      },
    };
  }

  async #save(files: readonly StoredFile[]): Promise<SaveReport> {
    await this.#begin();
    const isSame = ({ path, bytes }: StoredFile): boolean => {
      const there = this.#files.get(path);
      return there?.length === bytes.length && there.every((byte, at) => byte === bytes[at]);
    };
    const changed = files.filter((file) => !isSame(file));
    const total = changed.reduce((sum, { bytes }) => sum + bytes.length, 0);
    let done = 0;
    for (const { path, bytes } of changed) {
      this.#progress.fire({ operation: 'writing', path, done, total });
      this.#files.set(path, bytes.slice());
      done += bytes.length;
      this.#progress.fire({ operation: 'writing', path, done, total });
    }
    return {
      written: changed.map(({ path }) => path),
      unchanged: files.filter((file) => !changed.includes(file)).map(({ path }) => path),
      wireBytes: total,
      roundTrips: 1 + changed.length,
    };
  }

  #remove(path: string): void {
    const isInside = (other: string): boolean => other === path || other.startsWith(`${path}/`);
    const found = [...this.#files.keys(), ...this.#folders].filter(isInside);
    if (found.length === 0) throw deviceError('file-not-found', `There is no ${path} on the board.`);
    for (const name of found) {
      this.#files.delete(name);
      this.#folders.delete(name);
    }
  }

  #listing(bytesTotal: number): StorageListing {
    const folders = new Set(this.#folders);
    for (const path of this.#files.keys()) {
      for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
        folders.add(path.slice(0, end));
    }
    const entries: StorageEntry[] = [
      ...[...folders].map((path) => ({ path, kind: 'folder' as const, size: 0 })),
      ...[...this.#files].map(([path, { length }]) => ({ path, kind: 'file' as const, size: length })),
    ];
    const used = entries.reduce((sum, { size }) => sum + size, 0);
    return {
      entries: entries.sort((a, b) => (a.path < b.path ? -1 : 1)),
      bytesFree: bytesTotal - used,
      bytesTotal,
    };
  }
}
