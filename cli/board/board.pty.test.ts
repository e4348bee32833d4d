import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type IPty, spawn as spawnInTerminal } from '@lydell/node-pty';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

/** The command in processes of its own against a virtual board: real serial port, real protocol, real MicroPython. */
const COMMAND = fileURLToPath(new URL('../pinlab.mjs', import.meta.url));

/** Every command is a process; several tests start five. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'pinlab-board-pty-'));
const env = { ...process.env, PINLAB_DATA: join(folder, 'data') };

interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly input?: string;
  /** Called with everything that standard output has said so far. */
  readonly onOutput?: (text: string, child: ChildProcess) => void;
}

function pinlab(args: readonly string[], { input = '', onOutput }: Options = {}): Promise<Ended> {
  const child = spawn(process.execPath, [COMMAND, 'board', ...args], { cwd: folder, env });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    onOutput?.(stdout, child);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (exit) => resolve({ exit, stdout, stderr })));
}

/** A virtual board; resolves with its port once it serves. */
function serve(): Promise<{ readonly board: ChildProcess; readonly port: string }> {
  const args = [COMMAND, 'board', 'serve', '--pty', '--folder', join(folder, 'flash')];
  const board = spawn(process.execPath, args, { cwd: folder, env });
  return new Promise((resolve, reject) => {
    let said = '';
    board.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, port] = /^(\S+)\n/.exec(said) ?? [];
      if (port !== undefined) resolve({ board, port });
    });
    board.once('exit', () => reject(new Error('The virtual board ended.')));
  });
}

function write(name: string, text: string | Uint8Array): void {
  const place = join(folder, name);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
}

/** A board under the same port for all tests of a group. */
function withVirtualBoard(): { port: string; board: ChildProcess | undefined } {
  const served: { port: string; board: ChildProcess | undefined } = { port: '', board: undefined };
  beforeAll(async () => {
    rmSync(join(folder, 'flash'), { recursive: true, force: true });
    Object.assign(served, await serve());
  });
  afterAll(async () => {
    const { board } = served;
    if (!board || board.exitCode !== null || board.signalCode !== null) return;
    const gone = new Promise((resolve) => board.once('exit', resolve));
    board.kill('SIGINT');
    await gone;
  });
  return served;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform === 'win32')('pinlab board at a virtual board', () => {
  const served = withVirtualBoard();
  beforeEach(() => rmSync(join(folder, 'app'), { recursive: true, force: true }));

  it('list and info say what it is', async () => {
    const { stdout } = await pinlab(['list']);
    expect(stdout).toContain(`${served.port}  `);
    expect(stdout).toContain('virtual board of this computer');
    const { exit, stdout: said } = await pinlab(['info', '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ port: served.port, board: { platform: 'rp2' } });
  });

  it('run prints exactly what the program prints, with modules beside it', async () => {
    write('app/main.py', 'import helper\nprint("grün", helper.VALUE)\nprint("a", end="")\n');
    write('app/helper.py', 'VALUE = 42\n');
    expect(await pinlab(['run', 'app'])).toEqual({ exit: 0, stdout: 'grün 42\na', stderr: '' });
  });

  it('run: an exception is a traceback on standard error and exit 1', async () => {
    write('app/main.py', 'def f():\n    return 1 / 0\nprint("before")\nf()\n');
    const { exit, stdout, stderr } = await pinlab(['run', 'app/main.py']);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: 'before\n' });
    expect(stderr).toMatch(/File "main\.py", line 4[^]*File "main\.py", line 2[^]*ZeroDivisionError/);
  });

  it('run: standard input feeds input()', async () => {
    write('app/main.py', 'print("Hi", input())\n');
    const { stdout } = await pinlab(['run', 'app'], { input: 'Ada\n' });
    expect(stdout).toContain('Hi Ada\n');
  });

  it('run: Ctrl-C stops a tight loop, and the board answers afterwards', async () => {
    write('app/main.py', 'print("started")\nwhile True:\n    pass\n');
    const { exit, stderr } = await pinlab(['run', 'app'], {
      onOutput: (text, child) => text.includes('started') && child.kill('SIGINT'),
    });
    expect(exit).toBe(130);
    expect(stderr).toContain('Stopping the program.');
    expect((await pinlab(['ls'])).exit).toBe(0);
  });

  it('put, ls, get and rm: bytes come back as they went', async () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7) & 0xff);
    write('app/data.bin', bytes);
    const put = await pinlab(['put', 'app/data.bin', ':/d/'], {});
    expect(put).toMatchObject({ exit: 0, stdout: '' });
    expect(put.stderr).toContain('app/data.bin -> /d/data.bin  new, 2.9 KB\n');
    expect((await pinlab(['ls', '/d'])).stdout).toBe('data.bin\n');
    expect((await pinlab(['get', '/d/data.bin', 'app/back.bin'])).exit).toBe(0);
    expect(readFileSync(join(folder, 'app/back.bin')).equals(bytes)).toBe(true);
    expect((await pinlab(['rm', '-r', 'd'])).exit).toBe(0);
    expect((await pinlab(['ls', '/d'])).exit).toBe(1);
  });

  it('sync sends what changed, and is one round trip where nothing did', async () => {
    for (let at = 0; at < 12; at++) write(`app/lib/m${at}.py`, `VALUE = ${at}\n`);
    const sync = async () => JSON.parse((await pinlab(['sync', 'app', '--json'])).stdout) as object;
    expect(await sync()).toHaveProperty('sent.length', 12);
    expect(await sync()).toMatchObject({ sent: [], wireBytes: 0 });
    write('app/lib/m3.py', 'VALUE = 333\n');
    expect(await sync()).toMatchObject({ sent: ['/lib/m3.py'] });
  });

  it('boot.py is refused: exit 2, nothing written', async () => {
    write('app/boot.py', 'x = 1\n');
    const { exit, stderr } = await pinlab(['put', 'app/boot.py']);
    expect(exit).toBe(2);
    expect(stderr).toContain('/boot.py');
    expect((await pinlab(['ls'])).stdout).not.toContain('boot.py');
  });

  it('a port that is no board’s is exit 2 and a sentence', async () => {
    const { exit, stdout, stderr } = await pinlab(['ls', '--port', '/dev/no-such-port']);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain('is no port that can be opened');
  });
});

/** What a terminal has shown so far, and waiting for more of it. */
class Screen {
  readonly #pty: IPty;
  text = '';
  #check: () => void = () => undefined;
  readonly ended: Promise<number>;

  constructor(pty: IPty) {
    this.#pty = pty;
    pty.onData((text) => {
      this.text += text;
      this.#check();
    });
    this.ended = new Promise((resolve) => pty.onExit(({ exitCode }) => resolve(exitCode)));
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  until(pattern: RegExp): Promise<void> {
    return new Promise((resolve) => {
      this.#check = () => {
        if (pattern.test(this.text)) resolve();
      };
      this.#check();
    });
  }
}

describe.skipIf(process.platform === 'win32')('pinlab board repl in a terminal', () => {
  const served = withVirtualBoard();

  /** The shell tells afterwards how the terminal was left. */
  function repl(): Screen {
    const command = `"${process.execPath}" "${COMMAND}" board repl; echo "exit=$?"; stty -a`;
    return new Screen(spawnInTerminal('sh', ['-c', command], { cwd: folder, env, cols: 200, rows: 50 }));
  }

  it('keys go to the board, Ctrl-C interrupts it, Ctrl-] leaves the terminal as it was', async () => {
    const screen = repl();
    await screen.until(/>>> $/);
    screen.type('print(6 * 7)\r');
    await screen.until(/\n42\r\n>>> $/);
    screen.type('while True: pass\r\r');
    await screen.until(/\.\.\. \r\n$/);
    screen.type('\u0003');
    await screen.until(/KeyboardInterrupt[^]*>>> $/);
    screen.type('\u001d');
    await screen.ended;
    expect(screen.text).toContain('exit=0');
    expect(screen.text).toMatch(/ icanon/);
    expect(screen.text).toMatch(/ echo /);
  });

  it('pasted text runs as one piece, without indentation of its own', async () => {
    const screen = repl();
    await screen.until(/>>> $/);
    const program = 'def f(n):\r    if n:\r        return n * 2\r    return 0\r\rprint("is", f(21))\r';
    screen.type(`\u001b[200~${program}\u001b[201~`);
    await screen.until(/\nis 42\r\n/);
    screen.type('\u0018');
    await screen.ended;
    expect(screen.text).toContain('exit=0');
  });

  it('while it has the board, others are told that the port is busy', async () => {
    const screen = repl();
    await screen.until(/>>> $/);
    const { exit, stderr } = await pinlab(['ls']);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/port|program/i);
    screen.type('\u001d');
    await screen.ended;
    expect((await pinlab(['ls'])).exit).toBe(0);
    expect(served.port).not.toBe('');
  });
});

describe.skipIf(process.platform === 'win32')('pinlab board when the board goes away', () => {
  it('a run ends with a sentence and exit 1', async () => {
    const { board } = await serve();
    write('app/main.py', 'print("started")\nwhile True:\n    pass\n');
    const { exit, stderr } = await pinlab(['run', 'app'], {
      onOutput: (text) => text.includes('started') && board.kill('SIGKILL'),
    });
    expect(exit).toBe(1);
    expect(stderr).toContain('unplugged');
  });
});
