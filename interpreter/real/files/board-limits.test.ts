import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceError } from '../../device/device-error.ts';
import type { StorageProgress } from '../../device/storage.ts';
import { noise, pythonText, utf8 } from './testing/samples.ts';
import { failure, isSame, StorageRig } from './testing/storage-rig.ts';

const rig = await StorageRig.start();
const { board, storage } = rig;
const everything = (): string[] => rig.everything();

beforeEach(() => rig.reset());

describe('what a board cannot do', () => {
  it('is said before anything is written where it is full', async () => {
    board.write('/old.py', pythonText(4000));
    board.run('flash.blocks = 40');
    const files = [
      { path: '/small.py', bytes: pythonText(100) },
      { path: '/big.py', bytes: noise(16_000) },
    ];
    const error = await failure(storage.save(files));
    expect(error.code).toBe('storage-full');
    expect(error.message).toMatch(/\/big\.py: it needs \d+ bytes, \d+ are free/);
    expect(everything()).toEqual(['/old.py']);
    const single = await failure(storage.save([{ path: '/one.py', bytes: noise(16_000) }]));
    expect(single.code).toBe('storage-full');
    expect(board.changes).toBe(0);
  });

  it('counts the old file, which stays until the new one is proven', async () => {
    board.write('/a.bin', noise(8000));
    board.run('flash.blocks = 30');
    expect((await failure(storage.save([{ path: '/a.bin', bytes: noise(8192, 2) }]))).code).toBe(
      'storage-full',
    );
    expect(isSame(board.read('/a.bin'), noise(8000))).toBe(true);
    expect((await storage.save([{ path: '/a.bin', bytes: noise(6000, 2) }])).written).toEqual(['/a.bin']);
  });

  it('sends a file as it is where there is no room for the deflated one beside it', async () => {
    const bytes = pythonText(20_000);
    board.run('flash.blocks = 44');
    expect((await storage.save([{ path: '/a.py', bytes }])).written).toEqual(['/a.py']);
    expect(isSame(board.read('/a.py'), bytes)).toBe(true);
  });

  it('is said of a single small file, too', async () => {
    board.write('/a.py', 'old');
    board.run('flash.blocks = 3');
    const error = await failure(storage.save([{ path: '/a.py', bytes: noise(1000) }]));
    expect(error.code).toBe('storage-full');
    expect(error.message).toMatch(/\/a\.py: it needs \d+ bytes, \d+ are free/);
    expect(everything()).toEqual(['/a.py']);
    expect(board.text('/a.py')).toBe('old');
  });

  it('is said where there is no file system', async () => {
    board.run('flash.blocks = 0');
    for (const bytes of [utf8('small'), noise(9000)]) {
      const error = await failure(storage.save([{ path: '/main.py', bytes }]));
      expect(error.code).toBe('storage-failed');
      expect(error.message).toContain('no file system at /');
    }
  });

  it('is said where its files are read-only', async () => {
    board.write('/a.py', 'old');
    board.run('flash.read_only = True');
    for (const attempt of [
      () => storage.save([{ path: '/a.py', bytes: utf8('new') }]),
      () => storage.save([{ path: '/a.py', bytes: noise(9000) }]),
      () => storage.remove(['/a.py']),
      () => storage.rename('/a.py', '/b.py'),
      () => storage.makeFolder('/lib'),
    ]) {
      const error = await failure(attempt());
      expect(error.code).toBe('storage-read-only');
      expect(error.message).toMatch(/\/a\.py|\/lib/);
    }
    expect(board.text('/a.py')).toBe('old');
  });

  it.each([
    ['a folder has the name', '/lib', 'exists'],
    ['a file is where a folder must be', '/main.py/x.py', 'exists'],
  ] as const)('is said where %s', async (_, path, code) => {
    board.write('/main.py', 'x');
    board.write('/lib/a.py', 'a');
    for (const bytes of [utf8('small'), noise(9000)]) {
      const error = await failure(storage.save([{ path, bytes }]));
      expect(error.code).toBe(code);
      expect(error.message).toContain(path);
      expect(everything()).toEqual(['/lib', '/lib/a.py', '/main.py']);
    }
  });

  it('is said where a file is not there or is a folder', async () => {
    board.write('/lib/a.py', 'a');
    expect(await failure(storage.read('/no.py'))).toMatchObject({ code: 'file-not-found' });
    expect(await failure(storage.read('/lib'))).toMatchObject({ code: 'exists' });
  });
});

describe('reading', () => {
  it('brings 300 KB byte for byte, and tells how far it is', async () => {
    const bytes = noise(300_000);
    board.write('/big.bin', bytes);
    const seen: StorageProgress[] = [];
    const listening = storage.onProgress((progress) => seen.push(progress));
    expect(isSame(await storage.read('/big.bin'), bytes)).toBe(true);
    listening.dispose();
    expect(seen.at(-1)).toEqual({ operation: 'reading', path: '/big.bin', done: 300_000, total: 300_000 });
    const done = seen.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(board.codes.length).toBeLessThan(25);
  });

  it.each([
    ['garbled', (text: string) => text.replace(/[A-Za-z0-9]{4}\n/, 'AAAA\n')],
    ['shortened', (text: string) => text.replace(/[A-Za-z0-9]{4}\n/, '\n')],
    ['cut off', (text: string) => text.slice(0, -300)],
  ])('tries again where data came %s, and gives nothing wrong out', async (_, damage) => {
    const bytes = noise(40_000);
    board.write('/a.bin', bytes);
    board.restart({ answer: (text, turn) => (turn === 1 ? damage(text) : text) });
    expect(isSame(await storage.read('/a.bin'), bytes)).toBe(true);
    board.restart({ answer: (text) => damage(text) });
    expect((await failure(storage.read('/a.bin'))).code).toBe('not-verified');
  });
});

describe('a save', () => {
  it('of 300 KB arrives, and tells how far it is', async () => {
    const files = [
      { path: '/a.bin', bytes: noise(150_000) },
      { path: '/b.py', bytes: pythonText(150_000) },
    ];
    const seen: StorageProgress[] = [];
    const listening = storage.onProgress((progress) => seen.push(progress));
    expect((await storage.save(files)).written).toEqual(['/a.bin', '/b.py']);
    listening.dispose();
    for (const { path, bytes } of files) expect(isSame(board.read(path), bytes)).toBe(true);
    expect(seen.at(-1)).toEqual({ operation: 'writing', path: '/b.py', done: 300_000, total: 300_000 });
    const done = seen.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  it('removes what a broken one has left in its folders', async () => {
    board.write('/.pl-t', noise(2000));
    board.write('/lib/.pl-z', noise(2000));
    await storage.save([
      { path: '/main.py', bytes: utf8('1') },
      { path: '/lib/a.py', bytes: utf8('2') },
    ]);
    expect(everything()).toEqual(['/lib', '/lib/a.py', '/main.py']);
  });

  it('of files with the same content keeps them apart', async () => {
    const files = ['/a/__init__.py', '/b/__init__.py', '/c/__init__.py'].map((path) => ({
      path,
      bytes: utf8(''),
    }));
    expect((await storage.save(files)).written).toHaveLength(3);
    expect((await storage.save(files)).unchanged).toHaveLength(3);
    expect(everything()).toHaveLength(6);
  });

  it('of no files asks nothing of the board', async () => {
    expect(await storage.save([])).toEqual({ written: [], unchanged: [], wireBytes: 0, roundTrips: 0 });
    expect(board.codes).toEqual([]);
  });

  it('leaves nothing in the board’s globals', async () => {
    board.run('e = 1');
    const names = () => board.run("print(sorted(names), end='')");
    const before = names();
    await storage.save([{ path: '/main.py', bytes: pythonText(9000) }]);
    await storage.save([{ path: '/main.py', bytes: pythonText(90) }]);
    await storage.read('/main.py');
    await storage.list();
    await storage.remove(['/main.py']);
    await failure(storage.read('/main.py'));
    expect(names()).toBe(before);
  });

  it('ends between two turns when it is cancelled, and leaves nothing behind', async () => {
    const bytes = noise(20_000);
    let turns = Infinity;
    for (let at = 0; at < turns; at++) {
      board.format();
      board.write('/a.bin', 'old');
      board.restart();
      let count = 0;
      board.onTurn = (turn) => {
        count = turn + 1;
        if (turn === at) rig.cancel.fire();
      };
      const outcome = await storage.save([{ path: '/a.bin', bytes }]).then(
        () => 'saved',
        (error: DeviceError) => error.code,
      );
      expect(everything()).toEqual(['/a.bin']);
      if (outcome === 'saved') {
        expect(isSame(board.read('/a.bin'), bytes)).toBe(true);
        turns = count;
      } else {
        expect(outcome).toBe('cancelled');
        expect(board.text('/a.bin')).toBe('old');
      }
    }
    expect(turns).toBeGreaterThan(10);
  });
});
