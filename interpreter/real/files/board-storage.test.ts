import { beforeEach, describe, expect, it } from 'vitest';
import type { BoardFeature } from '../../device/link.ts';
import { sha256Hex } from './proof.ts';
import { noise, pythonText, utf8 } from './testing/samples.ts';
import { failure, isSame, StorageRig } from './testing/storage-rig.ts';

const rig = await StorageRig.start();
const { board, storage } = rig;
const everything = (): string[] => rig.everything();

/** Firmware of many years, by what it lacks. */
const FIRMWARES: readonly (readonly [string, readonly BoardFeature[]])[] = [
  ['today', []],
  ['without deflate', ['deflate']],
  ['without hashlib', ['hashlib']],
  ['without binascii', ['binascii']],
  ['with none of them', ['deflate', 'binascii', 'hashlib']],
];

beforeEach(() => rig.reset());

describe.each(FIRMWARES)('files on a board: firmware %s', (_, missing) => {
  beforeEach(() => rig.reset(missing));

  it.each([0, 1, 2, 511, 512, 513, 1535, 1536, 1537, 5000, 40_000])(
    'saves and reads %i bytes of noise and of Python',
    async (size) => {
      for (const bytes of [noise(size), pythonText(size)]) {
        const report = await storage.save([{ path: '/data.bin', bytes }]);
        expect(report).toMatchObject({ written: ['/data.bin'], unchanged: [] });
        expect(isSame(board.read('/data.bin'), bytes)).toBe(true);
        expect(isSame(await storage.read('/data.bin'), bytes)).toBe(true);
        expect(everything()).toEqual(['/data.bin']);
        board.format();
      }
    },
  );

  it('saves many files into folders that are not there yet, and only what has changed', async () => {
    const files = Array.from({ length: 12 }, (_, at) => ({
      path: `/lib/part ${at % 3}/module_${at}.py`,
      bytes: pythonText(at * 137),
    }));
    const paths = files.map(({ path }) => path);
    expect(await storage.save(files)).toMatchObject({ written: paths, unchanged: [] });
    for (const { path, bytes } of files) expect(isSame(board.read(path), bytes)).toBe(true);
    const changed = files.map((file, at) => (at === 5 ? { ...file, bytes: utf8('x = 1\n') } : file));
    const second = await storage.save(changed);
    expect(second.written).toEqual([paths[5]]);
    expect(second.unchanged).toEqual(paths.filter((_, at) => at !== 5));
    expect(board.text(paths[5] ?? '')).toBe('x = 1\n');
  });

  it('sends again what differs in one byte and has the same size', async () => {
    await storage.save([{ path: '/a.py', bytes: utf8('x = 131\n') }]);
    const report = await storage.save([{ path: '/a.py', bytes: utf8('x = 212\n') }]);
    expect(report.written).toEqual(['/a.py']);
    expect(board.text('/a.py')).toBe('x = 212\n');
  });

  it('gives sizes and SHA-256 of the files that are there', async () => {
    board.write('/a.py', 'one');
    board.write('/lib/b.bin', noise(3000));
    expect(await storage.digests(['/a.py', '/no.py', '/lib', '/lib/b.bin'])).toEqual([
      { path: '/a.py', size: 3, sha256: sha256Hex(utf8('one')) },
      { path: '/lib/b.bin', size: 3000, sha256: sha256Hex(noise(3000)) },
    ]);
    expect(await storage.digests([])).toEqual([]);
  });

  it.each(['answer', 'code'] as const)(
    'tries again what came damaged (%s), and then gives up',
    async (way) => {
      board.write('/a.py', 'old');
      const bytes = pythonText(9000);
      const save = () => storage.save([{ path: '/a.py', bytes }]);
      const damaged = (until: number) => ({
        [way]: (text: string, turn: number) => (turn < until ? DAMAGE[way](text) : text),
      });
      board.restart(damaged(1));
      expect((await save()).written).toEqual(['/a.py']);
      expect(isSame(board.read('/a.py'), bytes)).toBe(true);
      board.write('/a.py', 'old');
      board.restart(damaged(Infinity));
      expect((await failure(save())).code).toBe('not-verified');
      // A garbled answer may hide that the new content is there.
      expect([utf8('old'), bytes]).toContainEqual(board.read('/a.py'));
    },
  );
});

/** Damages what must not get lost: data on the way there, the hash on the way back. */
const DAMAGE = {
  code: (text: string) => text.replace(/\['A'\]\(.{20}/g, (start) => garble(start)),
  answer: (text: string) => garble(text),
};

/** Changes a character in the middle. */
function garble(text: string): string {
  const middle = Math.floor(text.length / 2);
  return text.slice(0, middle) + (text[middle] === 'Q' ? 'R' : 'Q') + text.slice(middle + 1);
}

describe('names of files', () => {
  const NAMES = [
    '/a b.py',
    "/it's.py",
    '/"q".py',
    '/ä€𝄞.py',
    '/back\\slash.py',
    '/%41{}.py',
    "/'''.py",
    '/-.py',
  ];

  it('may be odd', async () => {
    const files = NAMES.map((path, at) => ({ path, bytes: utf8(`print(${at})\n`) }));
    expect((await storage.save(files)).written).toEqual(NAMES);
    const listing = await storage.list();
    expect(listing.entries.map(({ path }) => path).sort()).toEqual([...NAMES].sort());
    for (const { path, bytes } of files) expect(isSame(await storage.read(path), bytes)).toBe(true);
    expect((await storage.digests(NAMES)).map(({ path }) => path)).toEqual(NAMES);
    await storage.rename("/it's.py", '/"it".py');
    await storage.remove(['/"it".py', '/ä€𝄞.py']);
    expect((await storage.list()).entries).toHaveLength(NAMES.length - 2);
  });

  it.each([
    ['main.py', 'does not begin with /'],
    ['', 'does not begin with /'],
    ['/', 'names no file'],
    ['/a/', 'a name in it is empty'],
    ['//a', 'a name in it is empty'],
    ['/a/../b', '.. is no name'],
    ['/./a', '. is no name'],
    ['/a\nb', 'cannot be seen'],
    ['/a\u0000b', 'cannot be seen'],
    ['/\ud800', 'half a character'],
    ['/.pl-t', "Pinlab's own"],
    [`/${'x'.repeat(256)}`, 'too long'],
  ])('must be names: %j', async (path, reason) => {
    const bytes = utf8('');
    const tries = [
      () => storage.read(path),
      () => storage.save([{ path, bytes }]),
      () => storage.digests([path]),
      () => storage.remove([path]),
      () => storage.rename('/x', path),
      () => storage.makeFolder(path),
    ];
    for (const attempt of tries) {
      const error = await failure(attempt());
      expect(error.code).toBe('bad-path');
      expect(error.message).toContain(reason);
    }
    expect(board.codes).toEqual([]);
  });

  it.each(['/boot.py', '/BOOT.PY', '/boot.mpy', '/flash/boot.py'])(
    'never are the boot file: %s',
    async (path) => {
      board.write('/x.py', '');
      for (const attempt of [
        () => storage.save([{ path, bytes: utf8('') }]),
        () => storage.rename('/x.py', path),
      ]) {
        const error = await failure(attempt());
        expect(error.code).toBe('bad-path');
        expect(error.message).toContain('lock the board');
        expect(error.message).toContain('/main.py');
      }
      expect(board.codes).toEqual([]);
      await storage.save([{ path: '/lib/boot.py', bytes: utf8('') }]);
    },
  );
});

describe('the list', () => {
  it('has folders before what is in them, in order of names, with sizes and space', async () => {
    for (const path of ['/main.py', '/lib/b/x.py', '/lib-old/y.py', '/lib.py', '/lib/a.py'])
      board.write(path, 'abc');
    const listing = await storage.list();
    expect(listing.entries.map(({ path }) => path)).toEqual([
      '/lib',
      '/lib/a.py',
      '/lib/b',
      '/lib/b/x.py',
      '/lib-old',
      '/lib-old/y.py',
      '/lib.py',
      '/main.py',
    ]);
    expect(listing.entries.at(-1)).toEqual({ path: '/main.py', kind: 'file', size: 3 });
    expect(listing.entries[0]).toEqual({ path: '/lib', kind: 'folder', size: 0 });
    expect(listing.bytesTotal).toBe(2048 * 512);
    expect(listing.bytesFree).toBe((2048 - 5 - 3) * 512);
    expect(board.codes).toHaveLength(1);
  });

  it('does not show what a broken save has left, and removes it', async () => {
    board.write('/.pl-t', 'x');
    board.write('/lib/.pl-z', 'x');
    expect((await storage.list()).entries.map(({ path }) => path)).toEqual(['/lib']);
    expect(everything()).toEqual(['/lib']);
  });

  it('is asked for again where it came damaged', async () => {
    board.write('/main.py', 'x');
    board.restart({ answer: (text, turn) => (turn === 0 ? text.replace('main', 'mein') : text) });
    expect((await storage.list()).entries.map(({ path }) => path)).toEqual(['/main.py']);
    board.restart({ answer: (text) => text.replace('main', 'mein') });
    expect((await failure(storage.list())).code).toBe('protocol');
  });
});

describe('changes', () => {
  beforeEach(() => {
    board.write('/main.py', 'x');
    board.write('/lib/deep/er/a.py', 'a');
    board.write('/lib/b.py', 'b');
    board.run("os.mkdir('/lib/empty')");
  });

  it('remove files, and folders with everything in them, in one turn', async () => {
    await storage.remove(['/lib', '/main.py']);
    expect(everything()).toEqual([]);
    expect(board.codes).toHaveLength(1);
  });

  it('refuse to remove what is not there', async () => {
    const error = await failure(storage.remove(['/main.py', '/no.py']));
    expect(error).toMatchObject({ code: 'file-not-found' });
    expect(error.message).toContain('/no.py');
  });

  it('rename files and folders', async () => {
    await storage.rename('/lib', '/parts');
    await storage.rename('/main.py', '/parts/old.py');
    expect(board.text('/parts/deep/er/a.py')).toBe('a');
    expect(board.text('/parts/old.py')).toBe('x');
    expect(board.codes).toHaveLength(2);
  });

  it.each([
    ['/main.py', '/lib', 'exists', '/lib'],
    ['/main.py', '/lib/b.py', 'exists', '/lib/b.py'],
    ['/no.py', '/new.py', 'file-not-found', '/no.py'],
    ['/main.py', '/nowhere/new.py', 'file-not-found', '/nowhere/new.py'],
    ['/lib', '/lib/b', 'bad-path', '/lib'],
  ] as const)('refuse to rename %s to %s: %s', async (from, to, code, named) => {
    const before = everything();
    const error = await failure(storage.rename(from, to));
    expect(error.code).toBe(code);
    expect(error.message).toContain(named);
    expect(everything()).toEqual(before);
  });

  it('make folders, and those that lead to them', async () => {
    await storage.makeFolder('/data/2026/may');
    expect(everything()).toContain('/data/2026/may');
    expect((await failure(storage.makeFolder('/data'))).code).toBe('exists');
    expect((await failure(storage.makeFolder('/main.py'))).code).toBe('exists');
  });

  it.each<readonly BoardFeature[]>([[], ['deflate']])(
    'are not made by code that came damaged (without %s)',
    async (...missing) => {
      rig.reset(missing);
      // One bit away from the name that is to be removed.
      board.write('/lib/c.py', 'c');
      board.write('/lib/b.py', 'b');
      await storage.remove(['/lib/b.py']);
      const [code = ''] = board.codes;
      for (let at = 0; at < code.length; at += code.slice(at - 10, at + 10).includes('/lib') ? 1 : 7) {
        const garbled = String.fromCharCode(code.charCodeAt(at) ^ 1);
        board.write('/lib/b.py', 'b');
        board.restart({ code: (text) => text.slice(0, at) + garbled + text.slice(at + 1) });
        await storage.remove(['/lib/b.py']).catch(() => undefined);
        expect([at, board.text('/lib/c.py')]).toEqual([at, 'c']);
      }
    },
  );

  it('come through one damaged turn', async () => {
    board.restart({ code: (code, turn) => (turn === 0 ? garble(code) : code) });
    await storage.rename('/main.py', '/new.py');
    expect(board.text('/new.py')).toBe('x');
  });
});
