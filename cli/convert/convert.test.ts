import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../main.ts';
import { MemoryTerminal } from '../testing/memory-terminal.ts';
import { firstDifference, roundTrip } from './round-trip.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pinlab-convert-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function convert(...args: string[]): Promise<{ exit: number; stdout: string; stderr: string }> {
  const terminal = new MemoryTerminal(folder);
  const exit = await main(['convert', ...args], terminal);
  return { exit, stdout: terminal.stdout, stderr: terminal.stderr };
}

const BLINK = `from machine import Pin
import time

led = Pin(25, Pin.OUT)

while True:
    led.toggle()  # on, off
    time.sleep(0.5)
`;

describe('pinlab convert', () => {
  it('turns Python into a Blockly workspace', async () => {
    put('main.py', BLINK);
    const { exit, stdout, stderr } = await convert('main.py');
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      blocks: { languageVersion: 0, blocks: [{ type: 'program', next: { block: { type: 'from_import' } } }] },
    });
  });

  it('and back', async () => {
    put('main.py', BLINK);
    put('main.json', (await convert('main.py')).stdout);
    expect(await convert('main.json')).toEqual({ exit: 0, stdout: BLINK, stderr: '' });
  });

  it('reads the workspace of older projects', async () => {
    put('main.py', BLINK);
    const workspace = JSON.parse((await convert('main.py', '--to', 'blocks')).stdout) as unknown;
    put('main.blocks.json', JSON.stringify({ version: 1, workspace }));
    expect((await convert('main.blocks.json')).stdout).toBe(BLINK);
  });

  it('names drafts and unknown blocks with their places, and leaves them out', async () => {
    const print = { type: 'print', id: 'b2', extraState: { args: [] } };
    const laser = { type: 'laser', id: 'b1', next: { block: print } };
    const blocks = [
      { type: 'program', id: 'b0', next: { block: laser } },
      { ...print, id: 'b3' },
    ];
    put('main.blocks.json', JSON.stringify({ blocks: { blocks } }, null, 2));
    const { exit, stdout, stderr } = await convert('main.blocks.json');
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: 'print()\n' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      'main.blocks.json:10:13: There is no block “laser” in this version; it is left out with all that is in it.',
      'main.blocks.json:25:9: The draft that begins with “print” does not hang below the program and is left out.',
    ]);
  });

  it.each([
    ['no file', [], /^No file is named\. Write pinlab convert FILE\.\n$/],
    ['two files', ['a.py', 'b.py'], /^One file at a time\./],
    ['a missing file', ['nope.py'], /^nope\.py: There is no such file\./],
    ['a folder', ['.', '--to', 'text'], /^\. is a folder\./],
    [
      'another kind of file',
      ['notes.txt'],
      /^notes\.txt is neither a \.py nor a \.json file\. Say what to print/,
    ],
    ['another target', ['main.py', '--to', 'scratch'], /^There is no --to scratch\./],
    ['--json alone', ['main.py', '--json'], /^--json belongs to --round-trip\./],
    ['both ways at once', ['main.py', '--round-trip', '--to', 'text'], /^--round-trip goes both ways\./],
    ['a folder without programs', ['empty', '--round-trip'], /^There is no \.py file in empty\./],
    ['a mistake of syntax', ['broken.py'], /^broken\.py:2: This bracket \( is never closed\.\n$/],
    [
      'the same, proven',
      ['broken.py', '--round-trip'],
      /^broken\.py:2: This bracket \( is never closed\.\n$/,
    ],
    ['broken JSON', ['broken.json'], /^broken\.json:2:5: This is no JSON\./],
    ['other JSON', ['other.json'], /^other\.json: This is no workspace of blocks\./],
    ['drafts', ['drafts.json'], /^drafts\.json: This file holds only drafts[^]*The program is main\.py\.\n$/],
    [
      'blocks that are no Python',
      ['typed.json'],
      /^typed\.json: The text of these blocks is no Python at “x = \)”: /,
    ],
  ])('%s is one sentence and exit code 2', async (_, args, message) => {
    put('main.py', BLINK);
    put('notes.txt', '');
    mkdirSync(join(folder, 'empty'));
    put('broken.py', 'x = 1\ny = (2\n');
    put('broken.json', '{"blocks":\n    ?}');
    put('other.json', '[1]');
    put('drafts.json', '{"version": 2, "drafts": []}');
    const raw = { type: 'raw_statement', fields: { CODE: 'x = )' } };
    put('typed.json', JSON.stringify({ blocks: { blocks: [raw] } }));
    const { exit, stdout, stderr } = await convert(...args);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  });
});

describe('pinlab convert --round-trip', () => {
  it('reports on one program', async () => {
    put('main.py', BLINK);
    const { exit, stdout } = await convert('--round-trip', '--json', 'main.py');
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file: 'main.py',
      statements: 6,
      native: 6,
      rawStatements: 0,
      rawExpressions: 0,
      rawLines: [],
      identical: true,
      firstDifference: null,
    });
    expect((await convert('--round-trip', 'main.py')).stdout).toBe(
      'main.py: 6 of 6 statements are blocks; comes back byte for byte.\n',
    );
  });

  it('reports on folders, and goes on behind what is no Python', async () => {
    put('src/main.py', BLINK);
    put('src/lib/inner/broken.py', 'if x\n    pass\n');
    put('src/lib/tools.py', '#!tool\r\nx = [1,2 ,\r\n\t3]\r\n\r\n');
    const { exit, stdout, stderr } = await convert('--round-trip', '--json', 'src');
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^src\/lib\/inner\/broken\.py:1: /);
    const { files, unreadable, totals } = JSON.parse(stdout) as Record<string, unknown>;
    expect(files).toMatchObject([
      { file: 'src/lib/tools.py', statements: 1, identical: true },
      { file: 'src/main.py', statements: 6, identical: true },
    ]);
    expect(unreadable).toMatchObject([{ file: 'src/lib/inner/broken.py', line: 1 }]);
    expect(totals).toMatchObject({
      files: 2,
      identical: 2,
      allNative: 2,
      unreadable: 1,
      statements: 7,
      native: 7,
    });
  });

  it('takes a program that is longer than blocks are shown for', () => {
    const text = 'print(1)\n'.repeat(3000) + 'if x:\n' + '    print(2)\n'.repeat(3000);
    expect(roundTrip(text, 'long.py')).toMatchObject({ statements: 6001, identical: true });
  });

  it('finds the first line that is not the same, line ends included', () => {
    expect(firstDifference('a\nb\n', 'a\nb\n')).toBeNull();
    expect(firstDifference('a\nb\n', 'a\r\nb\n')).toEqual({ line: 1, before: 'a\n', after: 'a\r\n' });
    expect(firstDifference('a\nb', 'a\n')).toEqual({ line: 2, before: 'b', after: '' });
  });
});

describe('the shipped programs', () => {
  const lesson = new URL('../../lessons/curricula/greenhouse/first-steps/first-greenhouse/', import.meta.url);
  it.each(['start/main.py', 'solution/main.py', 'solution/with-functions.py'])('%s comes back', (name) => {
    const text = readFileSync(new URL(name, lesson), 'utf8');
    expect(roundTrip(text, name)).toMatchObject({ identical: true, rawLines: [] });
  });
});
