import { describe, expect, it } from 'vitest';
import { FirmwareError, type FirmwareProgress, firmwareError } from '../../device/firmware.ts';
import { MemoryFirmware, type MemoryFirmwareOptions } from '../../device/memory-firmware.ts';
import { RemoteFirmware } from './remote-firmware.ts';
import { serveFirmware } from './serve-firmware.ts';
import { type Clone, createWall, WALLS } from './testing/wall.ts';

const FILE = { name: 'pico.uf2', kind: 'uf2', size: 3, chips: ['RP2040'], version: '1.28.0' } as const;
const DRIVE = { id: 'drive:/R', kind: 'uf2', name: 'Pico', place: '/R', chips: ['RP2040'] } as const;
const BYTES = new Uint8Array([0, 10, 255]);

function setUp(clone: Clone = structuredClone, options: MemoryFirmwareOptions = {}) {
  const installer = new MemoryFirmware({ files: [FILE], targets: [DRIVE], ...options });
  const walls: ReturnType<typeof createWall>[] = [];
  const page = (): RemoteFirmware =>
    new RemoteFirmware(() => {
      const wall = createWall(clone);
      walls.push(wall);
      serveFirmware(wall.served, installer);
      return wall.page;
    });
  return { installer, page, walls };
}

/** Resolves at the first progress. */
const begun = (firmware: RemoteFirmware): Promise<FirmwareProgress> =>
  new Promise((resolve) => firmware.onProgress(resolve));

describe.each(WALLS)('firmware through %s', (_name, clone) => {
  it('is looked at and installed, with bytes as bytes and every step told', async () => {
    const { installer, page } = setUp(clone, { report: { board: 'back', port: 'COM5' } });
    const firmware = page();
    const steps: FirmwareProgress[] = [];
    firmware.onProgress((progress) => steps.push(progress));
    expect(await firmware.inspect(BYTES, 'pico.uf2')).toEqual(FILE);
    expect(await firmware.targets()).toEqual([DRIVE]);
    const report = await firmware.install(DRIVE.id, BYTES, 'pico.uf2', { erase: true });
    expect(report).toEqual({ board: 'back', port: 'COM5' });
    expect(installer.installed).toEqual([
      { targetId: DRIVE.id, name: 'pico.uf2', bytes: BYTES, options: { erase: true } },
    ]);
    expect(steps.map(({ step }) => step)).toEqual(['writing', 'restarting']);
  });

  it('is refused with its code and problems', async () => {
    const { installer, page } = setUp(clone);
    const firmware = page();
    const problems = [{ severity: 'error', code: 'group', message: 'No.', fix: 'Do this.' }] as const;
    installer.failNext(new FirmwareError('permission-denied', 'May not.', { problems }));
    const error = await firmware.install(DRIVE.id, BYTES, 'pico.uf2').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FirmwareError);
    expect(error).toMatchObject({ code: 'permission-denied', message: 'May not.', problems });
  });

  it('goes to what was found, and nowhere else', async () => {
    const { installer, page } = setUp(clone);
    const elsewhere = page().install('port:/etc/passwd', BYTES, 'pico.uf2');
    await expect(elsewhere).rejects.toMatchObject({ code: 'no-target' });
    installer.plugged = [];
    await expect(page().install(DRIVE.id, BYTES, 'pico.uf2')).rejects.toMatchObject({ code: 'no-target' });
    expect(installer.installed).toEqual([]);
  });

  it('can be cancelled', async () => {
    const { installer, page } = setUp(clone);
    const firmware = page();
    installer.hold();
    const started = begun(firmware);
    const installing = firmware.install(DRIVE.id, BYTES, 'pico.uf2');
    await started;
    firmware.cancel();
    await expect(installing).rejects.toMatchObject({ code: 'cancelled' });
    expect(installer.installed).toEqual([]);
  });
});

describe('firmware of another process', () => {
  it('is cancelled and told of by the page that began it alone', async () => {
    const { installer, page } = setUp();
    const [one, other] = [page(), page()];
    const heard: unknown[] = [];
    other.onProgress((progress) => heard.push(progress));
    installer.hold();
    const started = begun(one);
    const installing = one.install(DRIVE.id, BYTES, 'pico.uf2');
    await started;
    await expect(other.targets()).resolves.toEqual([DRIVE]);
    other.cancel();
    await other.targets();
    installer.release();
    await expect(installing).resolves.toEqual({ board: 'back' });
    expect(heard).toEqual([]);
  });

  it('is written to its end where the page goes', async () => {
    const { installer, page, walls } = setUp();
    const firmware = page();
    installer.hold();
    const started = begun(firmware);
    void firmware.install(DRIVE.id, BYTES, 'pico.uf2').catch(() => undefined);
    await started;
    walls[0]?.leave();
    const finished = new Promise((resolve) => installer.onProgress(resolve));
    installer.release();
    expect(await finished).toMatchObject({ step: 'restarting' });
    expect(installer.installed).toHaveLength(1);
  });

  it('is told of where the wall breaks, and is there again at the next call', async () => {
    const { installer, page, walls } = setUp();
    const firmware = page();
    installer.hold();
    const started = begun(firmware);
    const installing = firmware.install(DRIVE.id, BYTES, 'pico.uf2');
    await started;
    walls[0]?.cut();
    await expect(installing).rejects.toEqual(firmwareError('unreachable'));
    expect(await firmware.targets()).toEqual([DRIVE]);
    expect(walls).toHaveLength(2);
  });

  it('connects to nothing before it is asked', () => {
    const { page, walls } = setUp();
    page().cancel();
    expect(walls).toEqual([]);
  });
});
