import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PortSummary } from '#common/host/host.ts';
import { toDisposable } from '#common/lifecycle/disposable.ts';
import { FirmwareError, type FirmwareProgress } from '#interpreter/device/firmware.ts';
import { makeEspImage, makeUf2 } from '#interpreter/real/firmware/testing/firmware-files.ts';
import { findDrives } from './drives.ts';
import { createFirmwareInstaller, type FirmwareInstallerOptions } from './firmware-installer.ts';

const MICROPYTHON: PortSummary = {
  path: '/dev/ttyACM0',
  name: 'Board in FS mode',
  vendorId: '2e8a',
  productId: '0005',
};
const OTHER: PortSummary = {
  path: '/dev/ttyACM9',
  name: 'another board',
  vendorId: '2e8a',
  productId: '0005',
};
/** Several portions, so that a write can fail in the middle. */
const PICO = makeUf2([{ family: 0xe48b_ff56, content: new Uint8Array(150_000).fill(7) }]);

let drive: string;
let now: number;
let ports: PortSummary[][];

beforeEach(() => {
  drive = mkdtempSync(join(tmpdir(), 'pinlab-drive-'));
  writeInfo('RPI-RP2');
  now = 0;
  ports = [[OTHER], [OTHER], [OTHER, MICROPYTHON]];
});
afterEach(() => rmSync(drive, { recursive: true, force: true }));

function writeInfo(boardId: string, folder = drive): void {
  mkdirSync(folder, { recursive: true });
  const lines = ['UF2 Bootloader v3.0', 'Model: Raspberry Pi RP2', `Board-ID: ${boardId}`, ''];
  writeFileSync(join(folder, 'INFO_UF2.TXT'), lines.join('\r\n'));
}

function installer(files: Partial<FirmwareInstallerOptions['fs']> = {}) {
  return createFirmwareInstaller({
    fs: {
      open: fs.open,
      readFile: fs.readFile,
      readdir: fs.readdir,
      ...files,
    } as FirmwareInstallerOptions['fs'],
    platform: 'linux',
    ports: {
      // The last list stays.
      list: () => Promise.resolve((ports.length > 1 ? ports.shift() : ports[0]) ?? []),
      create: () => {
        throw new Error('No port is opened for a drive.');
      },
    },
    timers: {
      now: () => now,
      after: (milliseconds, callback) => {
        now += milliseconds;
        setImmediate(callback);
        return toDisposable(() => undefined);
      },
    },
  });
}

/** A drive that goes away: what `step` does to the bytes written so far may throw. */
function failingOpen(step: (written: number) => void, where: 'write' | 'sync' | 'close'): typeof fs.open {
  return (async (path: string, flags: string) => {
    const file = await fs.open(path, flags);
    let written = 0;
    const fail = (at: typeof where): void => {
      if (at === where) step(written);
    };
    return {
      write: async (bytes: Uint8Array, offset: number, length: number) => {
        fail('write');
        const { bytesWritten } = await file.write(bytes, offset, length);
        written += bytesWritten;
        return { bytesWritten };
      },
      datasync: async () => fail('sync'),
      close: async () => {
        await file.close();
        fail('close');
      },
    };
  }) as unknown as typeof fs.open;
}

function gone(code: string): Error {
  return Object.assign(new Error(code), { code });
}

async function failure(task: Promise<unknown>): Promise<FirmwareError> {
  const error: unknown = await task.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FirmwareError) return error;
  throw new Error(`No FirmwareError but ${String(error)}.`);
}

describe('installing on a drive', () => {
  it('writes the file byte for byte and waits for the board’s new port', async () => {
    const service = installer();
    const progress: FirmwareProgress[] = [];
    service.onProgress((step) => progress.push(step));
    expect(await service.install(`drive:${drive}`, PICO, 'pico.uf2')).toEqual({
      board: 'back',
      port: '/dev/ttyACM0',
    });
    expect(readFileSync(join(drive, 'firmware.uf2')).equals(PICO)).toBe(true);
    const done = progress.filter(({ step }) => step === 'writing').map((step) => step.done);
    expect(done.length).toBeGreaterThan(3);
    expect([done[0], done.at(-1)]).toEqual([0, PICO.length]);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(progress.at(-1)?.step).toBe('restarting');
  });

  it('all was written, but no port came: it says so after its limit', async () => {
    ports = [[OTHER]];
    expect(await installer().install(`drive:${drive}`, PICO, 'pico.uf2')).toEqual({ board: 'not-seen' });
    expect(now).toBe(15_000);
  });

  it.each([
    ['sync', 'EIO'],
    ['sync', 'ENXIO'],
    ['close', 'ENODEV'],
    ['close', 'UNKNOWN'],
  ] as const)('a %s that fails with %s after the last block is the board restarting', async (where, code) => {
    const open = failingOpen((written) => {
      if (written === PICO.length) throw gone(code);
    }, where);
    expect(await installer({ open }).install(`drive:${drive}`, PICO, 'pico.uf2')).toMatchObject({
      board: 'back',
    });
  });

  it.each([
    ['write', 'EIO', 'write-failed'],
    ['sync', 'ENXIO', 'write-failed'],
    ['write', 'ENOSPC', 'no-room'],
    ['write', 'EROFS', 'permission-denied'],
  ] as const)('a %s that fails with %s before is %s', async (where, code, wanted) => {
    const open = failingOpen((written) => {
      if (written > 0 && written < PICO.length) throw gone(code);
    }, where);
    const error = await failure(installer({ open }).install(`drive:${drive}`, PICO, 'pico.uf2'));
    expect(error.code).toBe(wanted);
  });

  it('writes nothing of a file for another chip, and names both', async () => {
    writeInfo('RP2350');
    const error = await failure(installer().install(`drive:${drive}`, PICO, 'pico.uf2'));
    expect(error.message).toContain('pico.uf2 is for an RP2040, but this board has an RP2350.');
    expect(() => readFileSync(join(drive, 'firmware.uf2'))).toThrow('ENOENT');
  });

  it('writes nothing of a truncated file, nor of an ESP image', async () => {
    expect((await failure(installer().install(`drive:${drive}`, PICO.subarray(512), 'a.uf2'))).code).toBe(
      'truncated',
    );
    const esp = makeEspImage({ chipId: 0 });
    expect((await failure(installer().install(`drive:${drive}`, esp, 'a.bin'))).code).toBe('wrong-board');
  });

  it('a drive that is not there any more is no target', async () => {
    rmSync(drive, { recursive: true });
    expect((await failure(installer().install(`drive:${drive}`, PICO, 'a.uf2'))).code).toBe('no-target');
  });

  it('Cancel stops between two portions', async () => {
    const service = installer();
    service.onProgress(({ done }) => {
      if (done > 0) service.cancel();
    });
    expect((await failure(service.install(`drive:${drive}`, PICO, 'a.uf2'))).code).toBe('cancelled');
    expect(readFileSync(join(drive, 'firmware.uf2')).length).toBeLessThan(PICO.length);
  });

  it('only one is installed at a time', async () => {
    const service = installer();
    const first = service.install(`drive:${drive}`, PICO, 'a.uf2');
    expect((await failure(service.install(`drive:${drive}`, PICO, 'a.uf2'))).code).toBe('busy');
    await first;
  });
});

describe('finding drives', () => {
  /** Folders that exist, with what is in them; reading a file that is none of them fails. */
  function files(tree: Readonly<Record<string, string>>) {
    const names = Object.keys(tree);
    return {
      readFile: ((path: string) =>
        path in tree ? Promise.resolve(tree[path]) : Promise.reject(gone('ENOENT'))) as typeof fs.readFile,
      readdir: ((path: string) => {
        const inside = names.filter((name) => name.startsWith(`${path}/`));
        if (inside.length === 0) return Promise.reject(gone('ENOENT'));
        return Promise.resolve([
          ...new Set(inside.map((name) => name.slice(path.length + 1).split('/')[0] ?? '')),
        ]);
      }) as typeof fs.readdir,
    };
  }
  const INFO = 'UF2 Bootloader v1.0\r\nModel: Raspberry Pi RP2350\r\nBoard-ID: RP2350\r\n';

  it.each([
    ['/media/ada/RP2350', 'linux'],
    ['/run/media/ada/RP2350', 'linux'],
    ['/media/RP2350', 'linux'],
    ['/Volumes/RP2350', 'darwin'],
  ] as const)('sees %s on %s', async (folder, platform) => {
    expect(await findDrives(files({ [`${folder}/INFO_UF2.TXT`]: INFO }), platform)).toEqual([
      { folder, boardId: 'RP2350', model: 'Raspberry Pi RP2350', chips: ['RP2350'] },
    ]);
  });

  it('sees what is mounted elsewhere, with a blank in its name, and asks no network drive', async () => {
    const mounts = ['/dev/sda1 /somewhere/my\\040board vfat rw 0 0', 'server:/x /slow nfs rw 0 0', ''].join(
      '\n',
    );
    const asked: string[] = [];
    const tree = files({
      '/proc/mounts': mounts,
      '/somewhere/my board/INFO_UF2.TXT': INFO,
      '/slow/INFO_UF2.TXT': INFO,
    });
    const readFile = ((path: string, encoding: 'utf8') => {
      asked.push(path);
      return tree.readFile(path, encoding);
    }) as typeof fs.readFile;
    const found = await findDrives({ ...tree, readFile }, 'linux');
    expect(found.map(({ folder }) => folder)).toEqual(['/somewhere/my board']);
    expect(asked).not.toContain('/slow/INFO_UF2.TXT');
  });

  it('is told of as a target, with its chip', async () => {
    const tree = files({ '/media/RPI-RP2/INFO_UF2.TXT': 'Model: Raspberry Pi RP2\nBoard-ID: RPI-RP2\n' });
    expect(await installer(tree).targets()).toEqual([
      {
        id: 'drive:/media/RPI-RP2',
        kind: 'uf2',
        name: 'Raspberry Pi RP2 in its bootloader (RPI-RP2)',
        place: '/media/RPI-RP2',
        chips: ['RP2040'],
      },
    ]);
  });
});
