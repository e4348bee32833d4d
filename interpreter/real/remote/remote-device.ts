/**
 * A board whose port belongs to another process: the page's side of the wall, as a Device. What it knows of the board it knows from what
 * that process tells. Where the wall itself breaks, it is closed and can be opened again. It knows no particular wall.
 */

import { DisposableStore } from '#common/lifecycle/disposable.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import type { Nanoseconds } from '#common/time/duration.ts';
import { type ErrorData, errorFromData } from '#common/rpc/error-data.ts';
import { createRpc, type Rpc, RpcError } from '#common/rpc/rpc.ts';
import type { SessionChannel } from '#common/rpc/session-channel.ts';
import type { Capability } from '../../device/capability.ts';
import { DeviceError, deviceError } from '../../device/device-error.ts';
import type {
  Device,
  DeviceStatus,
  OutputChunk,
  ProgramFiles,
  RunResult,
  Traceback,
} from '../../device/device.ts';
import { type BoardInfo, LINK, type Link, type LinkState } from '../../device/link.ts';
import { STORAGE, type Storage, type StorageProgress } from '../../device/storage.ts';
import { TERMINAL, type Terminal } from '../../device/terminal.ts';
import type { BoardEvent, BoardSide, PageSide } from './device-wall.ts';

/** What a person reads where the process behind the page is gone. */
export const WALL_BROKEN =
  'The part of Pinlab that talks to the board does not answer any more. Start Pinlab again, then choose the board again.';

type Board = Rpc<BoardSide>['remote'];

/** One channel, from opening to its end. */
interface Session {
  readonly remote: Board;
  readonly notify: Rpc<BoardSide>['notify'];
  readonly end: DisposableStore;
}

export class RemoteDevice implements Device {
  readonly #connect: () => SessionChannel;
  readonly #emitters = {
    status: new Emitter<DeviceStatus>(),
    output: new Emitter<OutputChunk>(),
    traceback: new Emitter<Traceback>(),
    fault: new Emitter<DeviceError>(),
    link: new Emitter<LinkState>(),
    progress: new Emitter<StorageProgress>(),
    text: new Emitter<string>(),
  };
  readonly #capabilities: ReadonlyMap<string, unknown>;
  #session: Session | undefined;
  #status: DeviceStatus = 'closed';
  #linkState: LinkState = { kind: 'closed' };
  #info: BoardInfo | undefined;
  #lastInstant: Nanoseconds = 0;
  #disposed = false;

  readonly onStatus = this.#emitters.status.event;
  readonly onOutput = this.#emitters.output.event;
  readonly onTraceback = this.#emitters.traceback.event;
  readonly onFault = this.#emitters.fault.event;

  /** @param connect a fresh channel to the side that serves the board. Called when the device is opened. */
  constructor(connect: () => SessionChannel) {
    this.#connect = connect;
    this.#capabilities = new Map<string, unknown>([
      [LINK.name, this.#createLink()],
      [STORAGE.name, this.#createStorage()],
      [TERMINAL.name, this.#createTerminal()],
    ]);
  }

  get status(): DeviceStatus {
    return this.#status;
  }

  async open(): Promise<void> {
    if (!this.#disposed) this.#session ??= this.#begin();
    await this.#ask((board) => board.open());
  }

  load(files: ProgramFiles): Promise<void> {
    return this.#ask((board) => board.load(files));
  }

  async run(): Promise<RunResult> {
    const { remote } = this.#requireSession();
    this.#lastInstant = 0;
    try {
      const { error, ...report } = await remote.run();
      return { ...report, ...(error && { error: deviceErrorFrom(error) }) };
    } catch (error) {
      if (!isClosed(error)) throw error;
      // A run ends with a result, also where nobody is left to tell of it.
      const at = this.#lastInstant;
      return this.#disposed ? { end: 'stopped', at } : { end: 'fault', at, error: this.#closedError() };
    }
  }

  stop(): Promise<void> {
    return this.#session ? this.#ask((board) => board.stop()) : this.#refuseDisposed();
  }

  reset(): Promise<void> {
    return this.#ask((board) => board.reset());
  }

  write(text: string): Promise<void> {
    return this.#ask((board) => board.write(text));
  }

  capability<T>(capability: Capability<T>): T | undefined {
    // The map's entries were made with the same typed names.
    return this.#capabilities.get(capability.name) as T | undefined;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#close();
    for (const emitter of Object.values(this.#emitters)) emitter.dispose();
  }

  #begin(): Session {
    const channel = this.#connect();
    const local: PageSide = { happened: (events) => events.forEach((event) => this.#hear(event)) };
    const rpc = createRpc<BoardSide>(channel, local, { errors: { DeviceError } });
    const end = new DisposableStore();
    for (const item of [channel, rpc]) end.add(item);
    const session = { remote: rpc.remote, notify: rpc.notify, end };
    // Told on a later turn: a channel may have ended before anybody listened.
    end.add(channel.onEnd(() => void Promise.resolve().then(() => this.#break(session))));
    return session;
  }

  #hear(event: BoardEvent): void {
    const { output, traceback, fault, link, progress, text } = this.#emitters;
    switch (event.kind) {
      case 'status':
        return this.#enter(event.status);
      case 'output':
        this.#lastInstant = event.chunk.at;
        return output.fire(event.chunk);
      case 'traceback':
        return traceback.fire(event.traceback);
      case 'fault':
        return fault.fire(deviceErrorFrom(event.error));
      case 'link':
        this.#linkState = event.state;
        return link.fire(event.state);
      case 'info':
        this.#info = event.info;
        return;
      case 'progress':
        return progress.fire(event.progress);
      case 'text':
        return text.fire(event.text);
    }
  }

  /** The wall itself broke. */
  #break(session: Session): void {
    if (this.#session !== session) return;
    this.#emitters.fault.fire(this.#closedError());
    this.#close();
  }

  #close(): void {
    const session = this.#session;
    this.#session = undefined;
    session?.end.dispose();
    if (this.#linkState.kind !== 'closed') this.#hear({ kind: 'link', state: { kind: 'closed' } });
    this.#enter('closed');
  }

  async #ask<T>(question: (board: Board) => Promise<T>): Promise<T> {
    const { remote } = this.#requireSession();
    try {
      return await question(remote);
    } catch (error) {
      throw isClosed(error) ? this.#closedError() : error;
    }
  }

  #requireSession(): Session {
    if (this.#disposed) throw deviceError('disposed');
    if (!this.#session) throw deviceError('not-open');
    return this.#session;
  }

  async #refuseDisposed(): Promise<void> {
    if (this.#disposed) throw deviceError('disposed');
  }

  #closedError(): DeviceError {
    return this.#disposed ? deviceError('disposed') : deviceError('link-lost', WALL_BROKEN);
  }

  #enter(status: DeviceStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.#emitters.status.fire(status);
  }

  #createLink(): Link {
    // The getters need the device's own `this`.
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const device = this;
    return {
      get state() {
        return device.#linkState;
      },
      onState: this.#emitters.link.event,
      get info() {
        return device.#info;
      },
      refreshInfo: () => this.#ask((board) => board.refreshInfo()),
      cancel: () => this.#session?.notify('cancel'),
    };
  }

  #createStorage(): Storage {
    return {
      onProgress: this.#emitters.progress.event,
      list: () => this.#ask((board) => board.list()),
      read: (path) => this.#ask((board) => board.read(path)),
      digests: (paths) => this.#ask((board) => board.digests(paths)),
      save: (files) => this.#ask((board) => board.save(files)),
      remove: (paths) => this.#ask((board) => board.remove(paths)),
      rename: (from, to) => this.#ask((board) => board.rename(from, to)),
      makeFolder: (path) => this.#ask((board) => board.makeFolder(path)),
    };
  }

  #createTerminal(): Terminal {
    return {
      onText: this.#emitters.text.event,
      write: (text) => this.#ask((board) => board.type(text)),
      paste: (text) => this.#ask((board) => board.paste(text)),
    };
  }
}

function isClosed(error: unknown): boolean {
  return error instanceof RpcError && error.code === 'closed';
}

/** The other side sends DeviceErrors alone; anything else is a mistake of its own, and says so. */
function deviceErrorFrom(data: ErrorData): DeviceError {
  const error = errorFromData(data, { DeviceError });
  return error instanceof DeviceError ? error : deviceError('protocol', error.message);
}
