import { describe, expect, it } from 'vitest';
import type { FileDigest } from './storage.ts';
import { planSync, rememberSync } from './sync-plan.ts';

/** `{'/a': 'one'}`: content stands for its hash. */
function files(contents: Readonly<Record<string, string>>): FileDigest[] {
  return Object.entries(contents).map(([path, text]) => ({ path, size: text.length, sha256: text }));
}

const NOTHING = { send: [], unchanged: [], changedOnBoard: [], conflicts: [], onlyOnBoard: [] };

describe('a sync between a folder and a board', () => {
  it('sends everything to an empty board', () => {
    const local = files({ '/main.py': 'a', '/lib/x.py': 'b' });
    expect(planSync({ local, board: [] })).toEqual({ ...NOTHING, send: ['/lib/x.py', '/main.py'] });
  });

  it('leaves alone what is the same, whether or not it is remembered', () => {
    const local = files({ '/main.py': 'a' });
    expect(planSync({ local, board: local })).toEqual({ ...NOTHING, unchanged: ['/main.py'] });
    const remembered = files({ '/main.py': 'old' });
    expect(planSync({ local, board: local, remembered }).unchanged).toEqual(['/main.py']);
  });

  it.each([
    ['changed here only', 'new', 'old', 'old', 'send'],
    ['changed on the board only', 'old', 'new', 'old', 'changedOnBoard'],
    ['changed on both sides', 'mine', 'theirs', 'old', 'conflicts'],
    ['different, and nothing is remembered', 'mine', 'theirs', undefined, 'conflicts'],
    ['changed on both sides to the same', 'new', 'new', 'old', 'unchanged'],
    ['of the same size', 'aa', 'bb', 'cc', 'conflicts'],
    ['removed from the board', 'old', undefined, 'old', 'send'],
    ['changed here and removed from the board', 'new', undefined, 'old', 'send'],
    ['removed here', undefined, 'old', 'old', 'onlyOnBoard'],
    ['removed here and changed on the board', undefined, 'new', 'old', 'onlyOnBoard'],
  ])('%s', (_, here, there, before, kind) => {
    const side = (text: string | undefined): FileDigest[] =>
      text === undefined ? [] : files({ '/main.py': text });
    expect(planSync({ local: side(here), board: side(there), remembered: side(before) })).toEqual({
      ...NOTHING,
      [kind]: ['/main.py'],
    });
  });

  it('never offers to delete the board’s boot.py', () => {
    const board = files({ '/boot.py': 'x', '/old.py': 'y' });
    expect(planSync({ local: [], board })).toEqual({ ...NOTHING, onlyOnBoard: ['/old.py'] });
  });
});

describe('what is remembered of a sync', () => {
  it('is what both sides have now; open conflicts keep what was', () => {
    const local = files({ '/a.py': 'a2', '/b.py': 'b2', '/c.py': 'c1' });
    const remembered = files({ '/a.py': 'a1', '/b.py': 'b1', '/gone.py': 'x' });
    expect(rememberSync({ local, board: [], remembered }, ['/a.py', '/c.py'])).toEqual(
      files({ '/a.py': 'a2', '/b.py': 'b1', '/c.py': 'c1' }),
    );
  });
});
