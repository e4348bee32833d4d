import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PortSummary } from '#common/host/host.ts';
import { toDisposable } from '#common/lifecycle/disposable.ts';
import { FakeTransport, type FakeTransportOptions } from '#common/transport/fake-transport.ts';
import { FirmwareError, type FirmwareProgress, type FirmwareReport } from '#interpreter/device/firmware.ts';
import { makeEspImage, makeUf2 } from '#interpreter/real/firmware/testing/firmware-files.ts';
import { createFirmwareInstaller, portTarget } from './firmware-installer.ts';
import { FakeRom, type FakeRomOptions } from './testing/fake-rom.ts';

const BRIDGE: PortSummary = { path: '/dev/ttyUSB0', name: 'CP2102', vendorId: '10c4', productId: 'ea60' };
const JTAG: PortSummary = { path: '/dev/ttyACM0', name: 'JTAG', vendorId: '303a', productId: '1001' };

/** A image with noise in it, so that it does not deflate to nothing. */
function image(chipId: number): Uint8Array {
  const bytes = makeEspImage({ chipId, size: 100_000, words: '; Generic ESP32 module with ESP32\0' });
  let state = 1;
  for (let at = 8192; at < bytes.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

const ESP32 = { magic: 0x00f0_1d83 } satisfies FakeRomOptions;
const ESP32_S3 = { chipId: 9 } satisfies FakeRomOptions;

function bench(rom: FakeRom, port = BRIDGE, refuse?: FakeTransportOptions['refuse']) {
  const transports: FakeTransport[] = [];
  const installer = createFirmwareInstaller({
    fs: { open: vi.fn(), readFile: vi.fn().mockRejectedValue(new Error('none')), readdir: vi.fn() },
    platform: 'win32',
    ports: {
      list: () => Promise.resolve([port]),
      create: () => {
        const transport = new FakeTransport({ peer: rom, ...(refuse && { refuse }) });
        transports.push(transport);
        return transport;
      },
    },
    timers: {
      now: () => Date.now(),
      after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return toDisposable(() => clearTimeout(timer));
      },
    },
  });
  const progress: FirmwareProgress[] = [];
  installer.onProgress((step) => progress.push(step));
  return { installer, transports, progress };
}

type Ended = { readonly report: FirmwareReport } | { readonly error: unknown };

/** Lets the library's own waits pass at once. */
async function ended(task: Promise<FirmwareReport>): Promise<Ended> {
  let result: Ended | undefined;
  task.then(
    (report) => (result = { report }),
    (error: unknown) => (result = { error }),
  );
  while (!result) await vi.advanceTimersByTimeAsync(20);
  return result;
}

function codeOf(end: Ended): string | undefined {
  return 'error' in end && end.error instanceof FirmwareError ? end.error.code : undefined;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('installing on an Espressif chip', () => {
  it.each([
    ['an ESP32 behind a bridge', BRIDGE, ESP32, 0, 0x1000],
    ['an ESP32-S3 with its own USB', JTAG, ESP32_S3, 9, 0],
  ])('%s gets the image at its place, proven by its own hash', async (_what, port, options, id, address) => {
    const rom = new FakeRom(options);
    const { installer, progress, transports } = bench(rom, port);
    const bytes = image(id);
    const end = await ended(installer.install(portTarget(port.path), bytes, 'firmware.bin'));
    expect(end).toEqual({ report: { board: 'back', port: port.path } });
    expect([...rom.flash.keys()]).toEqual([address]);
    expect(rom.flash.get(address)?.equals(bytes)).toBe(true);
    expect([...new Set(progress.map(({ step }) => step))]).toEqual([
      'connecting',
      'writing',
      'checking',
      'restarting',
    ]);
    expect(progress.find(({ step }) => step === 'checking')).toMatchObject({ done: 100_000, total: 100_000 });
    // Reset held, then let go, with the boot line free: the program starts.
    expect(rom.signals.slice(-2)).toEqual(['dR', 'dr']);
    expect(transports.every(({ isOpen }) => !isOpen)).toBe(true);
    expect(rom.erased).toBe(0);
  });

  it('brings a board that runs its program into the bootloader by the two lines', async () => {
    const rom = new FakeRom({ ...ESP32, needsReset: true });
    const { installer } = bench(rom);
    const end = await ended(installer.install(portTarget(BRIDGE.path), image(0), 'a.bin'));
    expect(end).toMatchObject({ report: { board: 'back' } });
    expect(rom.signals.slice(0, 3)).toEqual(['dR', 'Dr', 'dr']);
  });

  it('erases first where that was asked for', async () => {
    const rom = new FakeRom(ESP32);
    const { installer, progress } = bench(rom);
    await ended(installer.install(portTarget(BRIDGE.path), image(0), 'a.bin', { erase: true }));
    expect(rom.erased).toBe(1);
    expect(progress.map(({ step }) => step)).toContain('erasing');
  });

  it('writes nothing of an image for another chip', async () => {
    const rom = new FakeRom(ESP32);
    const { installer } = bench(rom);
    const end = await ended(installer.install(portTarget(BRIDGE.path), image(9), 's3.bin'));
    expect(codeOf(end)).toBe('wrong-board');
    expect(String('error' in end ? end.error : '')).toContain(
      's3.bin is for an ESP32-S3, but this board has an ESP32.',
    );
    expect(rom.flash.size).toBe(0);
  });

  it('a chip that tells another hash is not verified', async () => {
    const { installer } = bench(new FakeRom({ ...ESP32, lies: true }));
    expect(codeOf(await ended(installer.install(portTarget(BRIDGE.path), image(0), 'a.bin')))).toBe(
      'not-verified',
    );
  });

  it('a board that says nothing does not answer', async () => {
    const { installer, transports } = bench(new FakeRom({ ...ESP32, needsReset: true }), JTAG);
    const end = await ended(installer.install(portTarget(JTAG.path), image(9), 'a.bin'));
    expect(codeOf(end)).toBe('no-answer');
    expect(transports.every(({ isOpen }) => !isOpen)).toBe(true);
  });

  it.each([
    ['busy', 'port-busy'],
    ['permission-denied', 'permission-denied'],
    ['not-found', 'no-target'],
  ] as const)('a port that is %s is %s', async (refuse, code) => {
    const { installer } = bench(new FakeRom(ESP32), BRIDGE, refuse);
    expect(codeOf(await ended(installer.install(portTarget(BRIDGE.path), image(0), 'a.bin')))).toBe(code);
  });

  it('a cable that is pulled while writing is a failure that says how to go on', async () => {
    const rom = new FakeRom({ ...ESP32, silentAfterBlocks: 2 });
    const { installer, transports, progress } = bench(rom);
    const task = installer.install(portTarget(BRIDGE.path), image(0), 'a.bin');
    installer.onProgress(({ done }) => {
      if (done > 0) transports.at(-1)?.cut();
    });
    const end = await ended(task);
    expect(codeOf(end)).toBe('write-failed');
    expect(progress.at(-1)?.step).toBe('writing');
  });

  it('Cancel ends it, and the port is closed', async () => {
    const { installer, transports } = bench(new FakeRom(ESP32));
    const task = installer.install(portTarget(BRIDGE.path), image(0), 'a.bin');
    installer.onProgress(({ step }) => {
      if (step === 'writing') installer.cancel();
    });
    expect(codeOf(await ended(task))).toBe('cancelled');
    expect(transports.every(({ isOpen }) => !isOpen)).toBe(true);
    expect(await ended(installer.install(portTarget(BRIDGE.path), image(0), 'a.bin'))).toHaveProperty(
      'error.code',
      'cancelled',
    );
  });

  it('a UF2 file is for a drive, and the port is not even opened', async () => {
    const { installer, transports } = bench(new FakeRom(ESP32));
    const bytes = makeUf2([{ family: 0xe48b_ff56, content: 'x' }]);
    const end = await ended(installer.install(portTarget(BRIDGE.path), bytes, 'pico.uf2'));
    expect(codeOf(end)).toBe('wrong-board');
    expect(transports).toEqual([]);
  });

  it('says nothing on the console, which is not its own', async () => {
    const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
    const { installer } = bench(new FakeRom(ESP32));
    await ended(installer.install(portTarget(BRIDGE.path), image(0), 'a.bin'));
    for (const spy of said) expect(spy).not.toHaveBeenCalled();
  });
});
