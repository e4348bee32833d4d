import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { STORAGE } from '#interpreter/device/storage.ts';
import { BoardBench } from './testing/board-bench.ts';

let bench: BoardBench;
beforeEach(() => {
  bench = new BoardBench();
  bench.write('app/main.py', 'main\n');
  bench.write('app/lib/a.py', 'A\n');
});
afterEach(() => bench.dispose());

async function sync(...more: string[]) {
  const { exit, stdout, stderr } = await bench.run(['sync', 'app', '--json', ...more]);
  return { exit, stderr, ...(JSON.parse(stdout) as { sent: string[]; left: string[] }) };
}

describe('pinlab board sync', () => {
  it('sends what is new and then only what has changed', async () => {
    expect(await sync()).toMatchObject({ exit: 0, sent: ['/lib/a.py', '/main.py'], unchanged: [] });
    expect(await sync()).toMatchObject({ exit: 0, sent: [], unchanged: ['/lib/a.py', '/main.py'] });
    bench.write('app/main.py', 'main 2\n');
    expect(await sync()).toMatchObject({ exit: 0, sent: ['/main.py'], unchanged: ['/lib/a.py'] });
    expect(bench.board.textOf('/main.py')).toBe('main 2\n');
    expect(bench.board.textOf('/.pinlab-sync.json')).toBeUndefined();
  });

  it('asks the board once where nothing has changed', async () => {
    await sync();
    const storage = bench.board.capability(STORAGE);
    const asked: string[] = [];
    for (const name of ['list', 'read', 'digests', 'save', 'remove'] as const) {
      const call = storage?.[name] as (...args: unknown[]) => unknown;
      Object.assign(storage ?? {}, {
        [name]: (...args: unknown[]) => {
          asked.push(name);
          return call(...args);
        },
      });
    }
    await sync();
    expect(asked).toEqual(['digests']);
  });

  it('a board with another file of that name is a conflict, and the rest goes', async () => {
    bench.board = new MemoryBoard({ files: { '/main.py': 'theirs\n' } });
    const { exit, sent, left, stderr } = await sync();
    expect({ exit, sent, left }).toEqual({ exit: 1, sent: ['/lib/a.py'], left: ['/main.py'] });
    expect(stderr).toContain('/main.py differs on the board');
    expect(bench.board.textOf('/main.py')).toBe('theirs\n');
    expect(await sync('--force')).toMatchObject({ exit: 0, sent: ['/main.py'], left: [] });
    expect(bench.board.textOf('/main.py')).toBe('main\n');
  });

  it('a file that was changed on the board only stays there', async () => {
    await sync();
    bench.write('log.txt', 'changed there\n');
    await bench.run(['put', 'log.txt', ':main.py']);
    const { exit, left, stderr } = await sync();
    expect({ exit, left }).toEqual({ exit: 1, left: ['/main.py'] });
    expect(stderr).toContain('/main.py was changed on the board');
  });

  it('--delete removes what is only on the board, but not boot.py', async () => {
    bench.board = new MemoryBoard({ files: { '/old.py': '', '/boot.py': '' } });
    expect(await sync()).toMatchObject({ exit: 0, deleted: [] });
    expect(await sync('--delete')).toMatchObject({ exit: 0, deleted: ['/old.py'] });
    expect([bench.board.textOf('/old.py'), bench.board.textOf('/boot.py')]).toEqual([undefined, '']);
  });

  it('--dry-run changes nothing on either side', async () => {
    bench.board = new MemoryBoard({ files: { '/old.py': '' } });
    const { exit, stderr } = await bench.run(['sync', 'app', '--dry-run', '--delete']);
    expect(exit).toBe(0);
    expect(stderr).toContain('Would send /main.py\n');
    expect(stderr).toContain('Would delete /old.py\n');
    expect(bench.board.textOf('/main.py')).toBeUndefined();
    expect(bench.board.textOf('/old.py')).toBe('');
    expect(() => bench.read('app/.pinlab-sync.json')).toThrow('ENOENT');
  });

  it('leaves boot.py out and says why', async () => {
    bench.write('app/boot.py', 'x = 1\n');
    const { sent, stderr } = await sync();
    expect(sent).not.toContain('/boot.py');
    expect(stderr).toContain('boot.py is not sent');
  });

  it('a memory that was damaged is none', async () => {
    await sync();
    bench.write('app/.pinlab-sync.json', '{"version":1,"boards":{"x":[3]}}');
    expect(await sync()).toMatchObject({ exit: 0, sent: [] });
  });

  it('takes a folder', async () => {
    expect((await bench.run(['sync', 'app/main.py'])).exit).toBe(2);
    expect((await bench.run(['sync', 'nope'])).exit).toBe(2);
  });
});
