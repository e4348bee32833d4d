/** Writes an image into the flash of an Espressif chip through its boot ROM, by esptool-js. Knows the port only by its shape. */

import { createHash } from 'node:crypto';
import { ESPLoader, type IEspLoaderTerminal, Transport as LoaderTransport } from 'esptool-js';
import type { Timers } from '#common/time/timers.ts';
import {
  type FirmwareChip,
  type FirmwareFile,
  type FirmwareProgress,
  firmwareError,
} from '#interpreter/device/firmware.ts';
import { flashOffset } from '#interpreter/real/firmware/esp-image.ts';
import { refuseWrongChip } from '#interpreter/real/firmware/read-firmware.ts';
import { OPENING_BAUD, type WebSerialPort } from './web-serial-port.ts';

/** How long the reset line is held, milliseconds. */
const RESET_PULSE = 100;

export interface EspFlashJob {
  readonly port: WebSerialPort;
  readonly bytes: Uint8Array;
  readonly file: FirmwareFile;
  readonly erase: boolean;
  readonly timers: Timers;
  readonly onProgress: (progress: FirmwareProgress) => void;
}

/** Resolves when the chip's own hash of its flash equals ours and the board was restarted. */
export async function flashEsp(job: EspFlashJob): Promise<void> {
  const { port, onProgress } = job;
  const transport = new QuietTransport(port as ConstructorParameters<typeof LoaderTransport>[0]);
  const loader = new ESPLoader({
    transport,
    baudrate: OPENING_BAUD,
    romBaudrate: OPENING_BAUD,
    terminal: SILENT,
  });
  onProgress({ step: 'connecting', done: 0, total: 0 });
  const work = talk(loader, job);
  try {
    // The library goes on asking a port that is gone for a long time, and may wait for ever.
    await Promise.race([work, port.whenBroken]);
  } finally {
    work.catch(() => undefined);
    await port.close().catch(() => undefined);
  }
}

async function talk(loader: ESPLoader, job: EspFlashJob): Promise<void> {
  await connect(loader);
  const chip = loader.chip.CHIP_NAME as FirmwareChip;
  refuseWrongChip(job.file, [chip]);
  await loader.runStub();
  await write(loader, chip, job);
  job.onProgress({ step: 'restarting', done: 0, total: 0 });
  await restart(job);
}

async function connect(loader: ESPLoader): Promise<void> {
  try {
    await loader.detectChip();
  } catch (error) {
    throw firmwareError('no-answer', undefined, error);
  }
  await loader.chip.postConnect?.(loader);
}

async function write(loader: ESPLoader, chip: FirmwareChip, job: EspFlashJob): Promise<void> {
  const { bytes, file, erase, onProgress } = job;
  const address = flashOffset(chip);
  await refuseTooLarge(loader, address + bytes.length, file.name);
  if (erase) onProgress({ step: 'erasing', done: 0, total: 0 });
  try {
    await loader.writeFlash({
      fileArray: [{ data: bytes, address }],
      ...{ flashMode: 'keep', flashFreq: 'keep', flashSize: 'keep' },
      eraseAll: erase,
      compress: true,
      // Progress counts what is sent, which is compressed: the person knows the size of the file.
      reportProgress: (_index, sent, total) => {
        const done = total > 0 ? Math.round((bytes.length * sent) / total) : 0;
        onProgress({ step: sent === total ? 'checking' : 'writing', done, total: bytes.length });
      },
      calculateMD5Hash: (image) => createHash('md5').update(image).digest('hex'),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw firmwareError(message.includes('MD5') ? 'not-verified' : 'write-failed', undefined, error);
  }
}

/** A size that the chip does not tell is not argued with. */
async function refuseTooLarge(loader: ESPLoader, end: number, name: string): Promise<void> {
  const detected = await loader.detectFlashSize().catch(() => undefined);
  if (detected === undefined || end <= sizeInBytes(detected)) return;
  const message = `${name} does not fit: the board has ${detected} of flash. Choose the file for your board.`;
  throw firmwareError('no-room', message);
}

/** The library's `512KB` or `4MB`; what is written otherwise is no limit. */
function sizeInBytes(text: string): number {
  const [, number, unit] = /^(\d+)([KM])B/.exec(text) ?? [];
  if (number === undefined) return Infinity;
  return Number(number) * (unit === 'M' ? 1024 * 1024 : 1024);
}

/** Pulls the reset line with the boot line free, so that the program starts and not the bootloader. */
async function restart({ port, timers }: EspFlashJob): Promise<void> {
  await port.setSignals({ dataTerminalReady: false, requestToSend: true });
  await new Promise<void>((resolve) => void timers.after(RESET_PULSE, resolve));
  await port.setSignals({ dataTerminalReady: false, requestToSend: false });
}

/** The library writes to the console whatever it is told: standard output is not its own. */
class QuietTransport extends LoaderTransport {
  override trace(): void {}
}

const SILENT: IEspLoaderTerminal = {
  clean: () => undefined,
  write: () => undefined,
  writeLine: () => undefined,
};
