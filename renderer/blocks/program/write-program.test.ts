/** Edits in files as people write them: imports, indentation, semicolons, comments, line ends. */

import { describe, expect, it } from 'vitest';
import { applyBlocks } from './apply-blocks.ts';
import type { Block, ProgramView } from './block.ts';
import { made, replaced, statementsOf } from './random-edit.ts';
import { readProgram } from './read-program.ts';

function read(text: string): ProgramView {
  const result = readProgram(text);
  if (!result.ok) throw new Error(`line ${result.reason.line}: ${result.reason.message}`);
  return result.view;
}

/** The text after an edit of the blocks. */
function after(text: string, edit: (blocks: readonly Block[]) => readonly Block[]): string {
  const view = read(text);
  const result = applyBlocks(view, edit(view.blocks));
  if (!result.ok) throw new Error(`line ${result.reason.line}: ${result.reason.message}`);
  return result.text;
}

const number = (source: string): Block => made('number', { NUMBER: source });
const sleep = (): Block => made('sleep', {}, { slots: { SECONDS: number('1') } });
const pin = (): Block =>
  made(
    'assign',
    { NAME: 'led' },
    {
      slots: {
        VALUE: made('pin_new', { MODE: 'OUT' }, { slots: { PIN: made('pin_number', { PIN: '2' }) } }),
      },
    },
  );
const say = (): Block =>
  made('print', {}, { extra: { args: [''] }, slots: { ITEM0: made('text', { TEXT: 'new' }) } });
const behind =
  (...added: Block[]) =>
  (blocks: readonly Block[]): readonly Block[] => [...blocks, ...added];
/** Changes the first statement of a type. */
const change =
  (type: string, edit: (block: Block) => Block) =>
  (blocks: readonly Block[]): readonly Block[] => {
    const found = statementsOf(blocks).find((block) => block.type === type);
    if (!found) throw new Error(`no ${type}`);
    return blocks.map((block) => replaced(block, found.id, edit(found)));
  };
const row =
  (name: string, edit: (row: readonly Block[]) => readonly Block[]) =>
  (block: Block): Block => ({
    ...block,
    bodies: { ...block.bodies, [name]: edit(block.bodies[name] ?? []) },
  });

describe('imports', () => {
  it.each<[string, string, string]>([
    ['stand at the top of a new program', '', 'from time import sleep\n\nsleep(1)\n'],
    ['use a module that is there', 'import time\nx = 1\n', 'import time\nx = 1\ntime.sleep(1)\n'],
    ['use its other name', 'import utime as t\n', 'import utime as t\n\nt.sleep(1)\n'],
    ['use a star', 'from time import *\n', 'from time import *\n\nsleep(1)\n'],
    [
      'use a name that is there',
      'from time import sleep as nap\n',
      'from time import sleep as nap\n\nnap(1)\n',
    ],
    [
      'join their module',
      'from time import ticks_ms\nx = 1\n',
      'from time import ticks_ms, sleep\nx = 1\nsleep(1)\n',
    ],
    [
      'join names on several lines',
      'from time import (ticks_ms,\n    ticks_diff)  # clock\n',
      'from time import (ticks_ms,\n    ticks_diff, sleep)  # clock\n\nsleep(1)\n',
    ],
    [
      'stand behind the description of a file',
      '# Lamp\n"""Blinks."""\n\nx = 1\n',
      '# Lamp\n"""Blinks."""\n\nfrom time import sleep\n\nx = 1\nsleep(1)\n',
    ],
    [
      'stand behind what a file is',
      '# Lamp\n\n# one\nx = 1\n',
      '# Lamp\n\nfrom time import sleep\n\n# one\nx = 1\nsleep(1)\n',
    ],
    [
      'stand in front of the comment of a statement',
      '# one\nx = 1\n',
      'from time import sleep\n\n# one\nx = 1\nsleep(1)\n',
    ],
    [
      'stand behind other imports',
      'import gc\n\nx = 1\n',
      'import gc\nfrom time import sleep\n\nx = 1\nsleep(1)\n',
    ],
    ['step aside for names of the program', 'sleep = 3\n', 'import time\n\nsleep = 3\ntime.sleep(1)\n'],
    [
      'are found inside of a try',
      'try:\n    import utime\nexcept ImportError:\n    import time as utime\n',
      'try:\n    import utime\nexcept ImportError:\n    import time as utime\nutime.sleep(1)\n',
    ],
    [
      'are not made for what is there without one',
      'time.sleep_ms(5)\n',
      'from time import sleep\n\ntime.sleep_ms(5)\nsleep(1)\n',
    ],
    [
      'keep the line ends',
      'import gc\r\nx = 1\r\n',
      'import gc\r\nfrom time import sleep\r\nx = 1\r\nsleep(1)\r\n',
    ],
  ])('%s', (_name, text, wanted) => expect(after(text, behind(sleep()))).toBe(wanted));

  it('come in one go', () => {
    expect(after('', behind(pin(), sleep()))).toBe(
      'from machine import Pin\nfrom time import sleep\n\nled = Pin(2, Pin.OUT)\nsleep(1)\n',
    );
  });
});

describe('layout', () => {
  it('follows tabs, quotes and a missing last line end', () => {
    const text = 'while True:\n\tprint("a")';
    expect(after(text, change('forever', row('DO', behind(say()))))).toBe(
      'while True:\n\tprint("a")\n\tprint("new")',
    );
    expect(after(text, behind(say()))).toBe('while True:\n\tprint("a")\n\nprint("new")\n');
  });

  it('gives a body without statements a pass, and takes it away again', () => {
    const text = 'if x:\n    print(1)  # one\nelse:\n    y = 2\n';
    const without = after(
      text,
      change(
        'if',
        row('DO0', () => []),
      ),
    );
    expect(without).toBe('if x:\n    pass\nelse:\n    y = 2\n');
    expect(
      after(
        without,
        change(
          'if',
          row('DO0', () => [say()]),
        ),
      ),
    ).toBe("if x:\n    print('new')\nelse:\n    y = 2\n");
  });

  it('opens a body of one line when something comes into it', () => {
    expect(after('if x: y = 1\n', change('if', row('DO0', behind(say()))))).toBe(
      "if x:\n    y = 1\n    print('new')\n",
    );
    expect(
      after(
        'if x: y = 1\n',
        change('assign', (block) => ({ ...block, comment: 'why' })),
      ),
    ).toBe('if x: y = 1  # why\n');
  });

  it('parts statements of one line', () => {
    expect(after('a = 1; b = 2; c = 3\n', ([a, b, c]) => [a, say(), b, c] as Block[])).toBe(
      "a = 1\nprint('new')\nb = 2; c = 3\n",
    );
    expect(after('a = 1; b = 2; c = 3\n', ([a, _b, c]) => [a, c] as Block[])).toBe('a = 1\nc = 3\n');
    expect(
      after(
        'a = 1;\n',
        change('assign', (block) => ({ ...block, comment: 'one' })),
      ),
    ).toBe('a = 1;  # one\n');
  });

  it('moves statements into another indentation without touching their texts', () => {
    const text = 'if x:\n  y = 1\nz = """a\n  b"""  # c\nw = [1,\n     2]\n';
    expect(after(text, ([when, z, w]) => [row('DO0', behind(z as Block, w as Block))(when as Block)])).toBe(
      'if x:\n  y = 1\n  z = """a\n  b"""  # c\n  w = [1,\n       2]\n',
    );
  });

  it('leaves two blank lines around functions', () => {
    const text = 'x = 1\n\n\ndef f():\n    pass\n\n\ny = 2\n';
    expect(after(text, ([x, f, y]) => [x, say(), f, say(), y] as Block[])).toBe(
      "x = 1\nprint('new')\n\n\ndef f():\n    pass\n\n\nprint('new')\n\n\ny = 2\n",
    );
  });
});

describe('comments', () => {
  it('inside of a statement that is written anew stand in front of it', () => {
    const text = 'show(1,  # first\n     2)  # both\n';
    const longer = (block: Block): Block => ({
      ...block,
      extra: { args: ['', '', ''] },
      slots: { ...block.slots, ITEM2: number('3') },
    });
    expect(after(text, change('call', longer))).toBe('# first\nshow(1, 2, 3)  # both\n');
  });

  it('are written on one line, and can go', () => {
    const text = 'x = 1  # one\nfor i in y:\n    pass\n';
    expect(
      after(
        text,
        change('assign', ({ comment: _, ...block }) => block),
      ),
    ).toBe('x = 1\nfor i in y:\n    pass\n');
    expect(
      after(
        text,
        change('for_each', (block) => ({ ...block, comment: 'all\nof it' })),
      ),
    ).toBe('x = 1  # one\nfor i in y:  # all of it\n    pass\n');
  });
});

describe('an edit', () => {
  it('that no Python can say changes nothing and says why', () => {
    const view = read('x = 1\n');
    const broken = made('raw_statement', { CODE: 'y = (' });
    const result = applyBlocks(view, [...view.blocks, broken]);
    expect(result.ok ? '' : result.reason.kind).toBe('syntax');
  });

  it('gives what was not edited as the same objects, under the same ids', () => {
    const view = read('x = 1\ny = 2\n');
    const [x, y] = view.blocks as [Block, Block];
    const result = applyBlocks(view, [x, { ...y, fields: { NAME: 'z' } }]);
    if (!result.ok) throw new Error(result.reason.message);
    expect(result.text).toBe('x = 1\nz = 2\n');
    expect(result.view.blocks[0]).toBe(x);
    expect(result.view.blocks[1]?.id).toBe(y.id);
    expect(result.changes).toEqual([{ from: 6, to: 7, insert: 'z' }]);
  });
});
