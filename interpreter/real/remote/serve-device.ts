/** The board's side of the wall: answers a page's calls with a device, and tells the page what happens. Knows no port. */

import { type Disposable, DisposableStore, toDisposable } from '#common/lifecycle/disposable.ts';
import { errorToData } from '#common/rpc/error-data.ts';
import { createRpc, type Rpc } from '#common/rpc/rpc.ts';
import type { SessionChannel } from '#common/rpc/session-channel.ts';
import type { Capability } from '../../device/capability.ts';
import { DeviceError, deviceError } from '../../device/device-error.ts';
import type { Device, RunResult } from '../../device/device.ts';
import { type BoardInfo, LINK } from '../../device/link.ts';
import { STORAGE } from '../../device/storage.ts';
import { TERMINAL } from '../../device/terminal.ts';
import type { BoardEvent, BoardSide, PageSide, RunReport } from './device-wall.ts';

/**
 * Serves one session. The device is made when the page opens it for the first time, and disposed when the channel ends.
 * @param createDevice a closed device with a link, files and a terminal; rejects with a DeviceError where the page may not have it.
 */
export function serveDevice(channel: SessionChannel, createDevice: () => Promise<Device>): Disposable {
  const session = new Session(createDevice);
  session.connect(createRpc<PageSide>(channel, session.side, { errors: { DeviceError } }));
  const ended = channel.onEnd(() => session.dispose());
  return toDisposable(() => {
    ended.dispose();
    session.dispose();
    channel.dispose();
  });
}

class Session implements Disposable {
  readonly #createDevice: () => Promise<Device>;
  readonly #subscriptions = new DisposableStore();
  #page: Rpc<PageSide> | undefined;
  #device: Promise<Device> | undefined;
  #disposed = false;
  #events: BoardEvent[] = [];
  #info: BoardInfo | undefined;
  #readInfo = (): BoardInfo | undefined => undefined;

  readonly side: BoardSide = {
    open: () => this.#answer(async () => (await this.#make()).open()),
    load: (files) => this.#ask((device) => device.load(files)),
    run: () => this.#ask(async (device) => reportOf(await device.run())),
    stop: () => this.#ask((device) => device.stop()),
    reset: () => this.#ask((device) => device.reset()),
    write: (text) => this.#ask((device) => device.write(text)),

    refreshInfo: () => this.#use(LINK, (link) => link.refreshInfo()),
    cancel: () => void this.#use(LINK, async (link) => link.cancel()).catch(() => undefined),

    list: () => this.#use(STORAGE, (storage) => storage.list()),
    read: (path) => this.#use(STORAGE, (storage) => storage.read(path)),
    digests: (paths) => this.#use(STORAGE, (storage) => storage.digests(paths)),
    save: (files) => this.#use(STORAGE, (storage) => storage.save(files)),
    remove: (paths) => this.#use(STORAGE, (storage) => storage.remove(paths)),
    rename: (from, to) => this.#use(STORAGE, (storage) => storage.rename(from, to)),
    makeFolder: (path) => this.#use(STORAGE, (storage) => storage.makeFolder(path)),

    type: (text) => this.#use(TERMINAL, (terminal) => terminal.write(text)),
    paste: (text) => this.#use(TERMINAL, (terminal) => terminal.paste(text)),
  };

  constructor(createDevice: () => Promise<Device>) {
    this.#createDevice = createDevice;
  }

  connect(page: Rpc<PageSide>): void {
    this.#page = page;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#subscriptions.dispose();
    this.#page?.dispose();
    // One that is still being made is disposed as soon as it is there.
    void this.#device?.then(
      (device) => device.dispose(),
      () => undefined,
    );
  }

  /** A device that could not be made is tried again at the next opening. */
  #make(): Promise<Device> {
    this.#device ??= this.#createDevice().then(
      (device) => this.#listen(device),
      (error: unknown) => {
        this.#device = undefined;
        throw error;
      },
    );
    return this.#device;
  }

  #listen(device: Device): Device {
    const tell = (event: BoardEvent): void => this.#tell(event);
    const link = device.capability(LINK);
    this.#readInfo = () => link?.info;
    const subscriptions = [
      device.onStatus((status) => tell({ kind: 'status', status })),
      device.onOutput((chunk) => tell({ kind: 'output', chunk })),
      device.onTraceback((traceback) => tell({ kind: 'traceback', traceback })),
      device.onFault((error) => tell({ kind: 'fault', error: errorToData(error) })),
      link?.onState((state) => tell({ kind: 'link', state })),
      device.capability(STORAGE)?.onProgress((progress) => tell({ kind: 'progress', progress })),
      device.capability(TERMINAL)?.onText((text) => tell({ kind: 'text', text })),
    ];
    for (const subscription of subscriptions) if (subscription) this.#subscriptions.add(subscription);
    return device;
  }

  /** What happens in one turn leaves as one message. */
  #tell(event: BoardEvent): void {
    this.#events.push(event);
    if (this.#events.length === 1) void Promise.resolve().then(() => this.#flush());
  }

  #flush(): void {
    const info = this.#readInfo();
    if (info !== this.#info) this.#events.push({ kind: 'info', info });
    this.#info = info;
    if (this.#events.length > 0) this.#page?.notify('happened', this.#events.splice(0));
  }

  #ask<T>(question: (device: Device) => Promise<T>): Promise<T> {
    return this.#answer(async () => {
      if (!this.#device) throw deviceError('not-open');
      return question(await this.#device);
    });
  }

  #use<T, Answer>(capability: Capability<T>, question: (ability: T) => Promise<Answer>): Promise<Answer> {
    return this.#ask((device) => {
      const ability = device.capability(capability);
      if (!ability) throw new Error(`The device has no ${capability.name}.`);
      return question(ability);
    });
  }

  async #answer<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } finally {
      this.#flush();
    }
  }
}

function reportOf({ error, ...result }: RunResult): RunReport {
  return { ...result, ...(error && { error: errorToData(error) }) };
}
