import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from './main.ts';
import { readControlOptions } from './run/control-options.ts';
import { readProgram } from './run/program.ts';
import { readWiring } from './run/wiring.ts';
import { MemoryTerminal } from './testing/memory-terminal.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pinlab-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string | Uint8Array): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

async function pinlab(...args: string[]): Promise<{ exit: number; stdout: string; stderr: string }> {
  const terminal = new MemoryTerminal(folder);
  const exit = await main(args, terminal);
  return { exit, stdout: terminal.stdout, stderr: terminal.stderr };
}

const DIAGRAM = {
  version: 1,
  board: 'esp32_devkit',
  parts: [
    { id: 'pot', type: 'potentiometer' },
    { id: 'button', type: 'push-button' },
  ],
  connections: [
    { from: 'pot:VCC', to: 'board:3V3' },
    { from: 'pot:GND', to: 'board:GND' },
    { from: 'pot:SIG', to: 'board:GPIO34' },
    { from: 'button:1', to: 'board:GPIO13' },
    { from: 'button:2', to: 'board:GND' },
  ],
  world: { type: 'greenhouse' },
} as const;

describe('usage', () => {
  it('help and version go to standard output', async () => {
    expect(await pinlab('--help')).toMatchObject({ exit: 0, stderr: '' });
    expect((await pinlab('run', '--help')).stdout).toContain('--trace FILE.vcd');
    expect((await pinlab('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('boards, parts and worlds as JSON', async () => {
    for (const name of ['boards', 'parts', 'worlds']) {
      const { exit, stdout } = await pinlab(name, '--json');
      expect(exit).toBe(0);
      expect(JSON.parse(stdout)).not.toHaveLength(0);
    }
    expect((await pinlab('boards')).stdout).toMatch(/^pico +Raspberry Pi Pico +rp2/m);
  });
});

/** Every mistake: one line on standard error that says what to do, nothing on standard output, exit code 2. */
describe('bad input', () => {
  beforeEach(() => {
    put('main.py', 'print(1)\n');
    put('diagram.json', JSON.stringify(DIAGRAM));
  });

  it.each([
    ['no command', ['rnu', 'main.py'], /^There is no command "rnu"\. Did you mean "run"\?\n$/],
    ['no program', ['run'], /^No program is named\. Write pinlab run FILE/],
    ['two programs', ['run', 'main.py', 'other.py'], /^One program at a time/],
    ['a missing file', ['run', 'nope.py'], /^nope\.py: There is no such file or folder\./],
    ['an unknown option', ['run', 'main.py', '--bord', 'pico'], /--bord\. Did you mean "--board"\?\n$/],
    [
      'an option without its value',
      ['run', 'main.py', '--for'],
      /^--for needs a value\. Write --for TIME\.\n$/,
    ],
    ['a switch with a value', ['run', 'main.py', '--json=1'], /^--json takes no value\./],
    ['an option given twice', ['run', 'main.py', '--seed', '1', '--seed', '2'], /^--seed is given twice\./],
    ['a bad length of time', ['run', 'main.py', '--for', '10x'], /^--for 10x: This is no length of time\./],
    ['no length of time', ['run', 'main.py', '--for', '0'], /^--for 0: This is no length of time\./],
    ['a bad seed', ['run', 'main.py', '--seed', '-1'], /^--seed/],
    ['a bad speed', ['run', 'main.py', '--speed', '1000'], /^--speed 1000: This is no speed\./],
    [
      'an unknown board',
      ['run', 'main.py', '--board', 'pica'],
      /^--board: There is no board "pica"\. Did you mean "pico"\?\n$/,
    ],
    ['a board without the pins', ['run', 'main.py', '--board', 'pico'], /GPIO34/],
    ['a missing diagram', ['run', 'main.py', '--diagram', 'd.json'], /^d\.json: There is no such file\./],
    [
      'a control of no part',
      ['run', 'main.py', '--set', 'pott.position=1'],
      /no part "pott"\. Did you mean "pot"\?\n$/,
    ],
    [
      'an unknown control',
      ['run', 'main.py', '--set', 'pot.positon=1'],
      /no control "positon"\. Did you mean "position"\?\n$/,
    ],
    [
      'a value out of range',
      ['run', 'main.py', '--set', 'pot.position=5000'],
      /out of range\. Write a number from 0 to/,
    ],
    ['a value of the wrong kind', ['run', 'main.py', '--set', 'button.pressed=maybe'], /neither on nor off/],
    ['a setting without value', ['run', 'main.py', '--set', 'pot'], /^--set pot: This sets nothing\./],
    [
      'a trace that cannot be written',
      ['run', 'main.py', '--trace', 'no/such/dir.vcd'],
      /^no\/such\/dir\.vcd: This file cannot be written\./,
    ],
  ])('%s', async (_, args, message) => {
    const { exit, stdout, stderr } = await pinlab(...args);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(exit).toBe(2);
  });

  it('a diagram with an unknown field is located', async () => {
    put('diagram.json', JSON.stringify({ ...DIAGRAM, colour: 'red' }, null, 2));
    const { exit, stderr } = await pinlab('run', 'main.py');
    expect(stderr).toMatch(/^diagram\.json:\d+:\d+ colour: /);
    expect(exit).toBe(2);
  });

  it('a program that is no text', async () => {
    put('main.py', new Uint8Array([0xff, 0xfe, 0x80]));
    expect((await pinlab('run', 'main.py')).stderr).toMatch(/^main\.py: This file is no UTF-8 text\. /);
  });
});

describe('readProgram', () => {
  it('takes a file as main.py, with the modules beside it and in lib', () => {
    put('pump.py', 'import dry\r\n');
    put('main.py', 'other program');
    put('dry.py', 'LIMIT = 30\n');
    put('lib/inner/tools.py', 'pass\n');
    put('notes.txt', 'no program');
    const { files } = readProgram('pump.py', folder);
    expect(files).toEqual({
      'main.py': 'import dry\r\n',
      'dry.py': 'LIMIT = 30\n',
      'lib/inner/tools.py': 'pass\n',
    });
  });

  it('takes a folder with its boot.py', () => {
    put('main.py', 'pass\n');
    put('boot.py', 'pass\n');
    expect(Object.keys(readProgram('.', folder).files).sort()).toEqual(['boot.py', 'main.py']);
  });

  it('refuses a folder without main.py', () => {
    put('pump.py', 'pass\n');
    expect(() => readProgram('.', folder)).toThrow(/no main\.py/);
  });
});

describe('readWiring', () => {
  it('is a bare pico where there is no diagram', () => {
    expect(readWiring({ programFolder: folder }, new MemoryTerminal(folder))).toMatchObject({
      board: 'pico',
      parts: [],
    });
  });

  it('takes a board by its alias', () => {
    const wiring = readWiring({ programFolder: folder, board: 'esp32' }, new MemoryTerminal(folder));
    expect(wiring.board).toBe('esp32_devkit');
  });
});

describe('readControlOptions', () => {
  it('reads values of every kind, and orders them by time', () => {
    const texts = ['button.pressed=on@1.5s', 'world.airTemperature=31.5', 'button.pressed=off@1s'];
    expect(readControlOptions(texts, DIAGRAM)).toEqual([
      { at: 0, part: 'world', control: 'airTemperature', value: 31.5 },
      { at: 1e9, part: 'button', control: 'pressed', value: false },
      { at: 1.5e9, part: 'button', control: 'pressed', value: true },
    ]);
  });
});
