/**
 * Installs MicroPython from a local file: onto the drive of a bootloader, or into an Espressif chip through its port. One at a time. Uses
 * no network.
 */

import type { PortSummary } from '#common/host/host.ts';
import { Emitter } from '#common/lifecycle/emitter.ts';
import type { Timers } from '#common/time/timers.ts';
import { TransportError } from '#common/transport/transport-error.ts';
import {
  FirmwareError,
  type FirmwareErrorCode,
  type FirmwareFile,
  type FirmwareInstaller,
  type FirmwareOptions,
  type FirmwareProgress,
  type FirmwareReport,
  type FirmwareTarget,
  firmwareError,
} from '#interpreter/device/firmware.ts';
import type { BoardPorts } from '#interpreter/real/board-ports.ts';
import { readFirmware, refuseWrongChip } from '#interpreter/real/firmware/read-firmware.ts';
import type { FileSystem } from '../file-system.ts';
import { copyUf2 } from './copy-uf2.ts';
import { type BootloaderDrive, driveAt, findDrives } from './drives.ts';
import { espChips, canBeEsp } from './esp-ports.ts';
import { waitForBoard } from './wait-for-board.ts';
import { WebSerialPort } from './web-serial-port.ts';

const DRIVE = 'drive:';
const PORT = 'port:';

/** Names the port in `install`, also one that is in no list. */
export function portTarget(path: string): string {
  return PORT + path;
}

export interface FirmwareInstallerOptions {
  readonly fs: Pick<FileSystem, 'open' | 'readFile' | 'readdir'>;
  readonly platform: NodeJS.Platform;
  readonly ports: Pick<BoardPorts, 'list' | 'create'>;
  readonly timers: Timers;
}

export function createFirmwareInstaller(options: FirmwareInstallerOptions): FirmwareInstaller {
  return new NodeFirmwareInstaller(options);
}

class NodeFirmwareInstaller implements FirmwareInstaller {
  readonly #options: FirmwareInstallerOptions;
  readonly #progress = new Emitter<FirmwareProgress>();
  #job: AbortController | undefined;

  readonly onProgress = this.#progress.event;

  constructor(options: FirmwareInstallerOptions) {
    this.#options = options;
  }

  async inspect(bytes: Uint8Array, name: string): Promise<FirmwareFile> {
    return readFirmware(bytes, name);
  }

  async targets(): Promise<readonly FirmwareTarget[]> {
    const { fs, platform, ports } = this.#options;
    const drives = await findDrives(fs, platform);
    const listed = await ports.list();
    return [...drives.map(driveTarget), ...listed.filter(canBeEsp).map(espTarget)];
  }

  async install(
    targetId: string,
    bytes: Uint8Array,
    name: string,
    { erase = false }: FirmwareOptions = {},
  ): Promise<FirmwareReport> {
    if (this.#job) throw firmwareError('busy');
    const job = new AbortController();
    this.#job = job;
    try {
      const file = readFirmware(bytes, name);
      if (targetId.startsWith(DRIVE))
        return await this.#copy(targetId.slice(DRIVE.length), bytes, file, job.signal);
      if (targetId.startsWith(PORT))
        return await this.#flash(targetId.slice(PORT.length), bytes, file, erase, job.signal);
      throw firmwareError('no-target');
    } catch (error) {
      throw job.signal.aborted ? firmwareError('cancelled', undefined, error) : error;
    } finally {
      this.#job = undefined;
    }
  }

  cancel(): void {
    this.#job?.abort();
  }

  async #copy(
    folder: string,
    bytes: Uint8Array,
    file: FirmwareFile,
    signal: AbortSignal,
  ): Promise<FirmwareReport> {
    const { fs, ports, timers } = this.#options;
    const drive = await driveAt(fs, folder);
    if (!drive) throw firmwareError('no-target');
    refuseKind(file, 'uf2');
    refuseWrongChip(file, drive.chips);
    const before = await ports.list();
    const total = bytes.length;
    this.#progress.fire({ step: 'writing', done: 0, total });
    const onWritten = (done: number): void => this.#progress.fire({ step: 'writing', done, total });
    await copyUf2(fs, folder, bytes, { signal, onWritten });
    this.#progress.fire({ step: 'restarting', done: 0, total: 0 });
    return waitForBoard({ ports, timers, signal, isBack: (port) => !isAmong(port, before) });
  }

  async #flash(
    path: string,
    bytes: Uint8Array,
    file: FirmwareFile,
    erase: boolean,
    signal: AbortSignal,
  ): Promise<FirmwareReport> {
    refuseKind(file, 'esp');
    const { ports, timers } = this.#options;
    const before = await ports.list();
    const summary = before.find((port) => port.path === path) ?? { path, name: path };
    refuseWrongChip(file, espChips(summary));
    const port = new WebSerialPort({
      create: () => ports.create(summary),
      ...usbNumbers(summary),
    });
    const onAbort = (): void => void port.abort(firmwareError('cancelled'));
    signal.addEventListener('abort', onAbort);
    const onProgress = (progress: FirmwareProgress): void => this.#progress.fire(progress);
    try {
      const { flashEsp } = await import('./esp-flasher.ts');
      await flashEsp({ port, bytes, file, erase, timers, onProgress });
    } catch (error) {
      throw port.broken ? linkError(port.broken) : error;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
    const isBack = (port: PortSummary): boolean => port.path === path || !isAmong(port, before);
    if (summary === before.find((port) => port.path === path))
      return waitForBoard({ ports, timers, signal, isBack });
    // A port that was in no list will not come into one.
    return { board: 'back', port: path };
  }
}

function driveTarget({ folder, boardId, model, chips }: BootloaderDrive): FirmwareTarget {
  const name = [model ?? 'Board', 'in its bootloader', boardId === undefined ? '' : `(${boardId})`];
  return { id: DRIVE + folder, kind: 'uf2', name: name.join(' ').trim(), place: folder, chips };
}

function espTarget(port: PortSummary): FirmwareTarget {
  const { path, name } = port;
  return { id: portTarget(path), kind: 'esp', name, place: path, chips: espChips(port) };
}

function refuseKind({ kind, name }: FirmwareFile, wanted: FirmwareFile['kind']): void {
  if (kind === wanted) return;
  const message =
    kind === 'uf2'
      ? `${name} is a UF2 file, which is copied to the drive of a board in its bootloader. Hold BOOTSEL down while you plug the board in.`
      : `${name} is for an Espressif chip, which takes it through its port and not from a drive.`;
  throw firmwareError('wrong-board', message);
}

function isAmong({ path }: PortSummary, ports: readonly PortSummary[]): boolean {
  return ports.some((port) => port.path === path);
}

function usbNumbers({ vendorId, productId }: PortSummary): { usbVendorId?: number; usbProductId?: number } {
  if (vendorId === undefined || productId === undefined) return {};
  return { usbVendorId: Number.parseInt(vendorId, 16), usbProductId: Number.parseInt(productId, 16) };
}

const CODE_OF: Readonly<Record<string, FirmwareErrorCode>> = {
  'not-found': 'no-target',
  busy: 'port-busy',
  'permission-denied': 'permission-denied',
};

function linkError(cause: Error): FirmwareError {
  if (cause instanceof FirmwareError) return cause;
  const code = cause instanceof TransportError ? CODE_OF[cause.code] : undefined;
  // A port that cannot be opened says why, for this system; one that breaks later says nothing of use.
  return code ? firmwareError(code, cause.message, cause) : firmwareError('write-failed', undefined, cause);
}
