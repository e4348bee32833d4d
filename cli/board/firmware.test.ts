import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Emitter } from '#common/lifecycle/emitter.ts';
import {
  type FirmwareFile,
  type FirmwareInstaller,
  type FirmwareProgress,
  type FirmwareTarget,
  firmwareError,
} from '#interpreter/device/firmware.ts';
import { BoardBench } from './testing/board-bench.ts';

const UF2: FirmwareFile = {
  name: 'pico.uf2',
  kind: 'uf2',
  size: 3,
  chips: ['RP2040'],
  board: 'Raspberry Pi Pico with RP2040',
  version: '1.28.0',
};
const ESP: FirmwareFile = { name: 'esp.bin', kind: 'esp', size: 3, chips: ['ESP32'] };
const DRIVE: FirmwareTarget = {
  id: 'drive:/media/RPI-RP2',
  kind: 'uf2',
  name: 'Raspberry Pi RP2 in its bootloader (RPI-RP2)',
  place: '/media/RPI-RP2',
  chips: ['RP2040'],
};
const PORT: FirmwareTarget = {
  id: 'port:/dev/ttyUSB0',
  kind: 'esp',
  name: 'CP2102',
  place: '/dev/ttyUSB0',
  chips: [],
};

class FakeInstaller implements FirmwareInstaller {
  readonly #progress = new Emitter<FirmwareProgress>();
  readonly onProgress = this.#progress.event;
  readonly installed: unknown[] = [];
  readonly #targets: readonly FirmwareTarget[];
  #reject: (error: Error) => void = () => undefined;
  /** What `install` does in place of succeeding. */
  holds = false;
  fails: Error | undefined;

  constructor(targets: readonly FirmwareTarget[]) {
    this.#targets = targets;
  }

  async inspect(_bytes: Uint8Array, name: string): Promise<FirmwareFile> {
    if (name.endsWith('.txt')) throw firmwareError('not-firmware');
    return name.endsWith('.uf2') ? UF2 : ESP;
  }

  targets() {
    return Promise.resolve(this.#targets);
  }

  async install(id: string, bytes: Uint8Array, name: string, options?: unknown) {
    this.installed.push([id, bytes.length, name, options]);
    this.#progress.fire({ step: 'writing', done: 1, total: 2 });
    if (this.fails) throw this.fails;
    if (this.holds) await new Promise((_resolve, reject) => (this.#reject = reject));
    return { board: 'back' as const, port: '/dev/ttyACM0' };
  }

  cancel(): void {
    this.#reject(firmwareError('cancelled'));
  }
}

let bench: BoardBench;
let installer: FakeInstaller;

function withTargets(...targets: FirmwareTarget[]): void {
  installer = new FakeInstaller(targets);
  bench.firmware = installer;
}

beforeEach(() => {
  bench = new BoardBench();
  for (const name of ['pico.uf2', 'esp.bin', 'notes.txt']) bench.write(name, 'abc');
  withTargets(DRIVE, PORT);
});
afterEach(() => bench.dispose());

async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('pinlab board firmware', () => {
  it('installs on the only target of the file’s kind, and says what and where', async () => {
    const { exit, stdout, stderr } = await bench.run(['firmware', 'pico.uf2', '--yes']);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(installer.installed).toEqual([['drive:/media/RPI-RP2', 3, 'pico.uf2', { erase: false }]]);
    expect(stderr).toBe(
      [
        'MicroPython 1.28.0 for Raspberry Pi Pico with RP2040 (pico.uf2, 3 bytes)',
        '-> Raspberry Pi RP2 in its bootloader (RPI-RP2) at /media/RPI-RP2',
        'Installed. The board is at /dev/ttyACM0.',
        '',
      ].join('\n'),
    );
  });

  it('an ESP can be erased, and its port may be one that is in no list', async () => {
    const { stderr } = await bench.run(['firmware', 'esp.bin', '--port', '/dev/pts/2', '--erase', '-y']);
    expect(installer.installed).toEqual([['port:/dev/pts/2', 3, 'esp.bin', { erase: true }]]);
    expect(stderr).toContain('-> /dev/pts/2\nEverything on the board is erased');
    expect((await bench.run(['firmware', 'pico.uf2', '--erase', '-y'])).exit).toBe(2);
  });

  it.each([
    ['y', 0, 1],
    ['n', 130, 0],
    ['\u0003', 130, 0],
  ])('asks first: %j', async (key, wanted, times) => {
    bench.terminal.hasKeys = true;
    const { exit } = await bench.run(['firmware', 'pico.uf2'], async (terminal) => {
      await settle();
      terminal.type(key);
    });
    expect(exit).toBe(wanted);
    expect(installer.installed).toHaveLength(times);
  });

  it('begins nothing where nobody can be asked', async () => {
    const { exit, stderr } = await bench.run(['firmware', 'pico.uf2']);
    expect(exit).toBe(2);
    expect(stderr).toContain('--yes');
    expect(installer.installed).toEqual([]);
  });

  it('says how to bring a Pico into its bootloader', async () => {
    withTargets(PORT);
    const { exit, stderr } = await bench.run(['firmware', 'pico.uf2', '-y']);
    expect(exit).toBe(2);
    expect(stderr).toContain('hold BOOTSEL down');
  });

  it('asks which where there are several', async () => {
    withTargets(PORT, { ...PORT, id: 'port:/dev/ttyUSB1', place: '/dev/ttyUSB1' });
    const { exit, stderr } = await bench.run(['firmware', 'esp.bin', '-y']);
    expect(exit).toBe(2);
    expect(stderr).toContain('--port /dev/ttyUSB1');
  });

  it('a file that is none is exit 2, a board that fails exit 1', async () => {
    expect((await bench.run(['firmware', 'notes.txt', '-y'])).exit).toBe(2);
    expect((await bench.run(['firmware', 'missing.uf2', '-y'])).exit).toBe(2);
    installer.fails = firmwareError('not-verified');
    const { exit, stdout } = await bench.run(['firmware', 'esp.bin', '-y', '--json']);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'not-verified' } });
  });

  it('Ctrl-C cancels: exit 130', async () => {
    installer.holds = true;
    const { exit, stderr } = await bench.run(['firmware', 'pico.uf2', '-y'], async (terminal) => {
      await settle();
      terminal.interrupt();
    });
    expect(exit).toBe(130);
    expect(stderr).toContain('Cancelled');
  });

  it('--json has the file, the target and where the board is', async () => {
    const { stdout } = await bench.run(['firmware', 'pico.uf2', '-y', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      installed: true,
      file: { version: '1.28.0' },
      target: { place: '/media/RPI-RP2' },
      board: 'back',
      port: '/dev/ttyACM0',
    });
  });
});
