import { describe, expect, it } from 'vitest';
import { boardFiles, digestOf, readSaves, writeSaves } from './board-files.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('boardFiles', () => {
  it('leaves out boot.py, and gives a program that never waits a moment to be reached', () => {
    const files = boardFiles({
      'main.py': 'while True:\n    pass\n',
      'lib/pump.py': 'x = 1',
      'boot.py': 'x',
    });
    expect(files.map(({ path }) => path)).toEqual(['/main.py', '/lib/pump.py']);
    expect(files.map(({ bytes }) => text(bytes))).toEqual([
      expect.stringContaining("__import__('time').sleep_ms"),
      'x = 1',
    ]);
  });
});

describe('what was saved on which board', () => {
  it('is read back, board by board', () => {
    const once = writeSaves(undefined, 'a', { '/main.py': '1' });
    const twice = writeSaves(once, 'b', { '/main.py': '2' });
    expect([readSaves(twice, 'a'), readSaves(twice, 'b'), readSaves(twice, 'c')]).toEqual([
      { '/main.py': '1' },
      { '/main.py': '2' },
      {},
    ]);
  });

  it('forgets the boards that were saved on longest ago', () => {
    let file: string | undefined;
    for (let n = 0; n < 25; n++) file = writeSaves(file, `board${n}`, { '/main.py': `${n}` });
    expect([readSaves(file, 'board4'), readSaves(file, 'board5')]).toEqual([{}, { '/main.py': '5' }]);
  });

  it.each([undefined, '', '{', '[]', 'null', '{"version":9}', '{"version":1,"boards":{"a":3}}'])(
    'is nothing where the file is %s',
    (file) => expect(readSaves(file, 'a')).toEqual({}),
  );
});

it('digests are SHA-256 in hexadecimal', () => {
  expect(digestOf(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
