import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('pinlab.mjs', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pinlab-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly input?: string;
  /** Called with everything that standard output has said so far. */
  readonly onOutput?: (text: string, interrupt: () => void) => void;
}

/** Runs the command as a person's shell does: the built program in a process of its own. */
function pinlab(args: readonly string[], { input = '', onOutput }: Options = {}): Promise<Ended> {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    onOutput?.(stdout, () => child.kill('SIGINT'));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (exit) => resolve({ exit, stdout, stderr })));
}

function program(text: string, name = 'main.py'): void {
  writeFileSync(join(folder, name), text);
}

const BLINK = `from machine import Pin
import time
led = Pin(2, Pin.OUT)
for i in range(4):
    led.value(i % 2)
    print(i, time.ticks_ms() // 1000)
    time.sleep(1)
`;

describe('pinlab run', () => {
  it('prints exactly what the program prints', async () => {
    program('print("grün\\n")\nprint("a", end="")\nimport sys\nsys.stdout.write("b\\n")\n');
    expect(await pinlab(['run', 'main.py'])).toEqual({ exit: 0, stdout: 'grün\n\nab\n', stderr: '' });
  });

  it('an uncaught exception is a traceback on standard error and exit 1', async () => {
    program('def f():\n    return 1 / 0\nprint("before")\nf()\n');
    const { exit, stdout, stderr } = await pinlab(['run', '.']);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: 'before\n' });
    expect(stderr).toMatch(/File "main\.py", line 4[^]*File "main\.py", line 2[^]*ZeroDivisionError/);
  });

  it('a syntax error names its line', async () => {
    program('x = 1\ndef f(:\n');
    const { exit, stdout, stderr } = await pinlab(['run', 'main.py']);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toMatch(/File "main\.py", line 2[^]*SyntaxError/);
  });

  it('standard input feeds input(), and its end is EOFError', async () => {
    program('print("Hi", input())\ntry:\n    input()\nexcept EOFError:\n    print("end")\n');
    expect((await pinlab(['run', 'main.py'], { input: 'Ada\n' })).stdout).toBe('Hi Ada\nend\n');
  });

  it('a time limit ends an endless loop in virtual time', async () => {
    program('import time\nn = 0\nwhile True:\n    n += 1\n    print(n)\n    time.sleep(60)\n');
    const { exit, stdout } = await pinlab(['run', 'main.py', '--for', '1h']);
    expect(exit).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(60);
  });

  it('Ctrl-C ends a loop that never sleeps: exit 130', async () => {
    program('print("started")\nwhile True:\n    pass\n');
    const onOutput = (text: string, interrupt: () => void): void => {
      if (text.includes('started')) interrupt();
    };
    expect((await pinlab(['run', 'main.py'], { onOutput })).exit).toBe(130);
  });

  it('--json is one object about the run, the same each time', async () => {
    program(BLINK);
    const args = ['run', 'main.py', '--board', 'esp32', '--json', '--seed', '5'];
    const first = await pinlab(args);
    expect(JSON.parse(first.stdout)).toMatchObject({
      version: 1,
      end: 'finished',
      exit: 0,
      board: 'esp32_devkit',
      seed: 5,
      files: ['main.py'],
      output: '0 0\n1 1\n2 2\n3 3\n',
      traceback: null,
      fault: null,
      pins: { GPIO2: { level: 1 } },
    });
    expect(await pinlab(args)).toEqual(first);
  });

  it('--trace records the pin at its virtual instants', async () => {
    program(BLINK);
    await pinlab(['run', 'main.py', '--board', 'esp32', '--trace', 'blink.vcd']);
    const dump = readFileSync(join(folder, 'blink.vcd'), 'utf8');
    const id = /\$var wire 1 (\S+) GPIO2 \$end/.exec(dump)?.[1] ?? '';
    const edges = [...dump.matchAll(/^#(\d+)\n((?:[^#].*\n)*)/gm)].flatMap(([, at, changes]) =>
      (changes ?? '')
        .split('\n')
        .filter((line) => line === `0${id}` || line === `1${id}`)
        .map((line) => [Math.floor(Number(at) / 1e9), line[0]]),
    );
    expect(edges).toEqual([
      [0, '0'],
      [1, '1'],
      [2, '0'],
      [3, '1'],
    ]);
  });

  it('modules beside the program can be imported', async () => {
    program('import helper\nprint(helper.VALUE)\n', 'start.py');
    program('VALUE = 42\n', 'helper.py');
    expect((await pinlab(['run', 'start.py'])).stdout).toBe('42\n');
  });
});

describe('pinlab convert', () => {
  it('converts without the library that draws blocks', async () => {
    program(BLINK);
    const { exit, stdout } = await pinlab(['convert', 'main.py', '--round-trip', '--json']);
    expect({ exit, ...(JSON.parse(stdout) as object) }).toMatchObject({
      exit: 0,
      statements: 7,
      identical: true,
    });
    const bundle = fileURLToPath(new URL('../dist/node', import.meta.url));
    for (const file of readdirSync(bundle).filter((name) => name.endsWith('.js')))
      expect(readFileSync(join(bundle, file), 'utf8')).not.toContain('WorkspaceSvg');
  });
});
