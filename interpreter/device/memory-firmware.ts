/**
 * The in-memory twin of a firmware installer, for tests: it knows files by name, tests plug targets in and out, and installing waits
 * where it is told to. It writes nothing.
 */

import { Emitter } from '#common/lifecycle/emitter.ts';
import {
  type FirmwareError,
  type FirmwareFile,
  type FirmwareInstaller,
  type FirmwareOptions,
  type FirmwareProgress,
  type FirmwareReport,
  type FirmwareTarget,
  firmwareError,
} from './firmware.ts';

export interface MemoryFirmwareOptions {
  readonly files?: readonly FirmwareFile[];
  readonly targets?: readonly FirmwareTarget[];
  /** What installing ends with. Default: the board is back, at no port. */
  readonly report?: FirmwareReport;
}

interface Installed {
  readonly targetId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: FirmwareOptions;
}

export class MemoryFirmware implements FirmwareInstaller {
  readonly #progress = new Emitter<FirmwareProgress>();
  readonly #files: readonly FirmwareFile[];
  readonly #report: FirmwareReport;
  #failNext: Error | undefined;
  #isHeld = false;
  #underWay: { readonly finish: () => void; readonly fail: (error: FirmwareError) => void } | undefined;

  /** What the next look finds. */
  plugged: readonly FirmwareTarget[];
  readonly installed: Installed[] = [];
  readonly onProgress = this.#progress.event;

  constructor({ files = [], targets = [], report = { board: 'back' } }: MemoryFirmwareOptions = {}) {
    this.#files = files;
    this.#report = report;
    this.plugged = targets;
  }

  /** Installing waits until `release`. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    this.#underWay?.finish();
  }

  /** The next call rejects with this. */
  failNext(error: Error): void {
    this.#failNext = error;
  }

  tell(progress: FirmwareProgress): void {
    this.#progress.fire(progress);
  }

  async inspect(_bytes: Uint8Array, name: string): Promise<FirmwareFile> {
    this.#failWherePlanned();
    const file = this.#files.find((known) => known.name === name);
    if (!file) throw firmwareError('not-firmware');
    return file;
  }

  async targets(): Promise<readonly FirmwareTarget[]> {
    this.#failWherePlanned();
    return this.plugged;
  }

  async install(
    targetId: string,
    bytes: Uint8Array,
    name: string,
    options: FirmwareOptions = {},
  ): Promise<FirmwareReport> {
    if (this.#underWay) throw firmwareError('busy');
    this.#failWherePlanned();
    if (!this.plugged.some(({ id }) => id === targetId)) throw firmwareError('no-target');
    await new Promise<void>((finish, fail) => {
      this.#underWay = { finish, fail };
      this.tell({ step: 'writing', done: 0, total: bytes.length });
      if (!this.#isHeld) finish();
    }).finally(() => (this.#underWay = undefined));
    this.tell({ step: 'restarting', done: 0, total: 0 });
    this.installed.push({ targetId, name, bytes, options });
    return this.#report;
  }

  cancel(): void {
    this.#underWay?.fail(firmwareError('cancelled'));
  }

  #failWherePlanned(): void {
    const error = this.#failNext;
    this.#failNext = undefined;
    if (error) throw error;
  }
}
