import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { BoardBench } from './testing/board-bench.ts';

let bench: BoardBench;
beforeEach(() => (bench = new BoardBench()));
afterEach(() => bench.dispose());

describe('pinlab board put', () => {
  it('saves a file under its own name and says so on standard error', async () => {
    bench.write('project/main.py', 'print(1)\n');
    const { exit, stdout, stderr } = await bench.run(['put', 'project/main.py']);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(bench.board.textOf('/main.py')).toBe('print(1)\n');
    expect(stderr).toContain('project/main.py -> /main.py  new, 9 bytes\n');
  });

  it.each([
    ['a new name', ':start.py', '/start.py'],
    ['a folder by its slash', '/lib/', '/lib/main.py'],
    ['a folder that the board has', '/lib', '/lib/main.py'],
    ['the root', '/', '/main.py'],
  ])('the last name is %s', async (_what, remote, path) => {
    bench.board = new MemoryBoard({ files: { '/lib/old.py': '' } });
    bench.write('main.py', 'x = 1\n');
    expect((await bench.run(['put', 'main.py', remote])).exit).toBe(0);
    expect(bench.board.textOf(path)).toBe('x = 1\n');
  });

  it('several files go into a folder', async () => {
    bench.write('a.py', 'A\n');
    bench.write('b.py', 'B\n');
    await bench.run(['put', 'a.py', 'b.py', ':lib']);
    expect([bench.board.textOf('/lib/a.py'), bench.board.textOf('/lib/b.py')]).toEqual(['A\n', 'B\n']);
  });

  it('a folder goes with what is in it, and "." stands for that alone', async () => {
    bench.write('pkg/__init__.py', '');
    bench.write('pkg/deep/x.py', 'X\n');
    bench.write('pkg/__pycache__/x.pyc', 'no');
    bench.write('pkg/.git/config', 'no');
    const { stdout } = await bench.run(['put', 'pkg', ':lib/', '--json']);
    const { files } = JSON.parse(stdout) as { files: { remote: string }[] };
    expect(files.map(({ remote }) => remote).sort()).toEqual(['/lib/pkg/__init__.py', '/lib/pkg/deep/x.py']);
    await bench.run(['put', 'pkg/.']);
    expect(bench.board.textOf('/deep/x.py')).toBe('X\n');
  });

  it('tells new, replaced and unchanged files apart', async () => {
    bench.board = new MemoryBoard({ files: { '/same.py': 'S\n', '/other.py': 'old\n' } });
    for (const name of ['same', 'other', 'new'])
      bench.write(`${name}.py`, `${name === 'same' ? 'S' : name}\n`);
    const { stdout } = await bench.run(['put', 'same.py', 'other.py', 'new.py', '--json']);
    const { files } = JSON.parse(stdout) as { files: { local: string; result: string }[] };
    expect(files.map(({ local, result }) => [local, result])).toEqual([
      ['same.py', 'unchanged'],
      ['other.py', 'replaced'],
      ['new.py', 'new'],
    ]);
  });

  it('reads everything here before it opens the board', async () => {
    bench.write('a.py', 'A\n');
    const { exit, stderr } = await bench.run(['put', 'a.py', 'missing.py']);
    expect(exit).toBe(2);
    expect(stderr).toContain('missing.py: There is no such file');
    expect(bench.connected).toEqual([]);
  });

  it('refuses two files for one place', async () => {
    bench.write('a/x.py', '1\n');
    bench.write('b/x.py', '2\n');
    const { exit, stderr } = await bench.run(['put', 'a/x.py', 'b/x.py']);
    expect(exit).toBe(2);
    expect(stderr).toContain('/x.py');
    expect(bench.board.textOf('/x.py')).toBeUndefined();
  });

  it('refuses a last name that could be a place on either side', async () => {
    bench.write('a.py', 'A\n');
    bench.write('b.py', 'B\n');
    const { exit, stderr } = await bench.run(['put', 'a.py', join(bench.folder, 'b.py')]);
    expect(exit).toBe(2);
    expect(stderr).toContain('of this computer too');
  });

  it('what the board could not do is exit 1', async () => {
    bench.write('a.py', 'A\n');
    bench.board.failNext('storage-full');
    const { exit, stderr } = await bench.run(['put', 'a.py']);
    expect(exit).toBe(1);
    expect(stderr).toContain('not enough room');
  });
});

describe('pinlab board get', () => {
  beforeEach(() => {
    bench.board = new MemoryBoard({
      files: { '/main.py': 'main\n', '/lib/a.py': 'A\n', '/lib/deep/b.py': 'B\n' },
    });
  });

  it('copies a file to where one is', async () => {
    const { exit, stderr } = await bench.run(['get', 'main.py']);
    expect(exit).toBe(0);
    expect(bench.read('main.py')).toBe('main\n');
    expect(stderr).toBe('/main.py -> main.py  new, 5 bytes\n');
  });

  it('the last name is a new name, or a folder', async () => {
    await bench.run(['get', '/main.py', 'copy.py']);
    await bench.run(['get', '/main.py', 'backup/']);
    await bench.run(['get', '/main.py', '/lib/a.py', 'both']);
    expect([bench.read('copy.py'), bench.read('backup/main.py'), bench.read('both/a.py')]).toEqual([
      'main\n',
      'main\n',
      'A\n',
    ]);
  });

  it('a colon says that the last name is the board’s', async () => {
    await bench.run(['get', ':main.py', ':lib/a.py']);
    expect([bench.read('main.py'), bench.read('a.py')]).toEqual(['main\n', 'A\n']);
  });

  it('copies folders, and the root', async () => {
    await bench.run(['get', '/lib']);
    expect(bench.read('lib/deep/b.py')).toBe('B\n');
    await bench.run(['get', '/', 'all']);
    expect(bench.read('all/lib/deep/b.py')).toBe('B\n');
    expect(bench.read('all/main.py')).toBe('main\n');
  });

  it('keeps a file that is here and differs, and copies nothing else either', async () => {
    bench.write('main.py', 'mine\n');
    const { exit, stderr } = await bench.run(['get', '/lib/a.py', ':main.py', '.']);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/main\.py: .*differs from the board’s \(5 bytes here, 5 bytes on the board\)/);
    expect(bench.read('main.py')).toBe('mine\n');
    expect(existsSync(join(bench.folder, 'a.py'))).toBe(false);
  });

  it('--force replaces it and says so; what is the same is left alone', async () => {
    bench.write('main.py', 'mine\n');
    expect((await bench.run(['get', 'main.py', '-f'])).stderr).toContain('replaced');
    expect(bench.read('main.py')).toBe('main\n');
    expect((await bench.run(['get', 'main.py'])).stderr).toContain('unchanged');
  });

  it('- prints the text', async () => {
    expect(await bench.run(['get', 'main.py', '-'])).toMatchObject({ exit: 0, stdout: 'main\n' });
  });

  it('names a file that is not there: exit 1', async () => {
    const { exit, stderr } = await bench.run(['get', 'nope.py']);
    expect(exit).toBe(1);
    expect(stderr).toContain('There is no /nope.py on the board');
  });
});

describe('pinlab board ls', () => {
  beforeEach(() => {
    bench.board = new MemoryBoard({ files: { '/main.py': 'main\n', '/lib/a.py': 'A\n', '/lib/d/b.py': '' } });
  });

  it('lists what is right in a folder', async () => {
    expect((await bench.run(['ls'])).stdout).toBe('lib/\nmain.py\n');
    expect((await bench.run(['ls', 'lib'])).stdout).toBe('a.py\nd/\n');
    expect((await bench.run(['ls', '/lib/a.py'])).stdout).toBe('a.py\n');
  });

  it('-r goes into folders, -l has sizes and the room that is left', async () => {
    expect((await bench.run(['ls', '-r', '/lib'])).stdout).toBe('a.py\nd/\nd/b.py\n');
    expect((await bench.run(['ls', '-l'])).stdout).toBe(
      '         -  lib/\n   5 bytes  main.py\n848 KB free of 848 KB\n',
    );
  });

  it('--json has the entries', async () => {
    const { stdout } = await bench.run(['ls', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      path: '/',
      entries: [
        { path: '/lib', kind: 'folder' },
        { path: '/main.py', kind: 'file', size: 5 },
      ],
      bytesTotal: 868_352,
    });
  });

  it('a folder that is not there is exit 1, and ".." exit 2', async () => {
    expect((await bench.run(['ls', '/nope'])).exit).toBe(1);
    expect((await bench.run(['ls', '../x'])).exit).toBe(2);
  });
});

describe('pinlab board rm, mkdir, mv', () => {
  beforeEach(() => {
    bench.board = new MemoryBoard({ files: { '/main.py': 'main\n', '/lib/a.py': 'A\n' } });
  });

  it('rm deletes files, and folders with -r only', async () => {
    expect((await bench.run(['rm', 'main.py'])).stderr).toBe('Deleted /main.py\n');
    expect(bench.board.textOf('/main.py')).toBeUndefined();
    expect((await bench.run(['rm', 'lib'])).exit).toBe(2);
    expect(bench.board.textOf('/lib/a.py')).toBe('A\n');
    expect((await bench.run(['rm', '-r', 'lib'])).stderr).toBe('Deleted /lib with 1 file in it\n');
    expect(bench.board.textOf('/lib/a.py')).toBeUndefined();
  });

  it('rm deletes nothing where one name is wrong, nor everything at once', async () => {
    expect((await bench.run(['rm', 'main.py', 'nope.py'])).exit).toBe(1);
    expect((await bench.run(['rm', '-r', '/'])).exit).toBe(2);
    expect(bench.board.textOf('/main.py')).toBe('main\n');
  });

  it('mkdir makes folders', async () => {
    await bench.run(['mkdir', 'data', '/lib/more']);
    expect((await bench.run(['ls', '-r'])).stdout).toBe('data/\nlib/\nlib/a.py\nlib/more/\nmain.py\n');
  });

  it('mv renames, moves into folders, and replaces nothing', async () => {
    await bench.run(['mv', 'main.py', 'start.py']);
    expect(bench.board.textOf('/start.py')).toBe('main\n');
    await bench.run(['mv', 'start.py', 'lib']);
    expect(bench.board.textOf('/lib/start.py')).toBe('main\n');
    const { exit, stderr } = await bench.run(['mv', 'lib/start.py', 'lib/a.py']);
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: 'There is a /lib/a.py already.\n' });
    expect((await bench.run(['mv', 'lib', 'lib/x'])).exit).toBe(2);
  });
});
