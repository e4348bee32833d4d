/** `pinlab board serve` over a real pseudo-terminal, with the serialport package on the other end. */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SerialPort } from 'serialport';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../pinlab.mjs', import.meta.url));
const RAW = 'raw REPL; CTRL-B to exit\r\n>';

let folder: string;
let server: ChildProcess | undefined;
const ports: SerialPort[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pinlab-pty-'));
});
afterEach(async () => {
  for (const port of ports.splice(0)) if (port.isOpen) await closed(port);
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the command and answers the port's path, which is the first line that it prints. */
function serve(...args: string[]): Promise<string> {
  const env = { ...process.env, PINLAB_DATA: join(folder, 'data') };
  const child = spawn(process.execPath, [COMMAND, 'board', 'serve', ...args], { cwd: folder, env });
  server = child;
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('\n')) resolve(said.split('\n')[0] ?? '');
    });
    child.stderr.resume();
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
}

/** Ctrl-C; answers the exit code. */
function stop(): Promise<number | null> {
  const child = server;
  server = undefined;
  if (!child || child.exitCode !== null) return Promise.resolve(child?.exitCode ?? null);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill('SIGINT');
  });
}

class Client {
  readonly port: SerialPort;
  text = '';
  #check: () => void = () => undefined;

  constructor(port: SerialPort) {
    this.port = port;
    port.on('data', (bytes: Buffer) => {
      this.text += bytes.toString('latin1');
      this.#check();
    });
  }

  until(mark: string): Promise<string> {
    return new Promise((resolve) => {
      this.#check = () => {
        const at = this.text.indexOf(mark);
        if (at < 0) return;
        this.#check = () => undefined;
        const taken = this.text.slice(0, at + mark.length);
        this.text = this.text.slice(taken.length);
        resolve(taken);
      };
      this.#check();
    });
  }

  ask(text: string, mark: string): Promise<string> {
    const answer = this.until(mark);
    this.port.write(Buffer.from(text, 'latin1'));
    return answer;
  }
}

function open(path: string): Promise<Client> {
  return new Promise((resolve, reject) => {
    const port = new SerialPort({ path, baudRate: 115_200 }, (error) =>
      error ? reject(error) : resolve(client),
    );
    const client = new Client(port);
    ports.push(port);
  });
}

function closed(port: SerialPort): Promise<void> {
  return new Promise((resolve) => port.close(() => resolve()));
}

describe.skipIf(process.platform === 'win32')('pinlab board serve', () => {
  it('is a port to open any number of times, at the prompt and at the raw prompt', async () => {
    const path = await serve();
    for (let i = 0; i < 3; i++) {
      const client = await open(path);
      expect(await client.ask(`\r\x03${i} + 40\r`, `${i + 40}\r\n>>> `)).toContain(`${i} + 40\r\n`);
      await client.ask('\r\x01', RAW);
      expect(await client.ask('print("hi")\x04', '\x04>')).toBe('OKhi\r\n\x04\x04>');
      await client.ask('\x02', '>>> ');
      await closed(client.port);
    }
    expect(await stop()).toBe(0);
  });

  it('Ctrl-C ends a tight loop', async () => {
    const client = await open(await serve());
    await client.ask('\r\x03\x01', RAW);
    await client.ask('print("on")\nwhile True: pass\x04', 'on\r\n');
    expect(await client.ask('\x03', '\x04>')).toContain('KeyboardInterrupt: ');
  });

  it('takes 20 KB by raw-paste', async () => {
    const client = await open(await serve());
    await client.ask('\r\x03\x01', RAW);
    await client.ask('\x05A\x01', 'R\x01\x80\x00\x01');
    const lines = Array.from({ length: 800 }, (_, i) => `x = ${i}  # ${'.'.repeat(14)}\n`);
    const code = Buffer.from(`${lines.join('')}print(x)\n`);
    expect(code.length).toBeGreaterThan(20_000);
    for (let at = 0; at < code.length; at += 128) {
      // Two windows are free at first.
      if (at >= 256) await client.until('\x01');
      client.port.write(code.subarray(at, at + 128));
    }
    await client.until('\x01');
    client.text = '';
    expect(await client.ask('\x04', '\x04\x04>')).toMatch(/799\r\n/);
  });

  it('keeps files through a restart, and runs boot.py and main.py after one', async () => {
    let client = await open(await serve('--folder', 'board'));
    await client.ask('\r\x03\x01', RAW);
    const write = (name: string, text: string): Promise<string> =>
      client.ask(
        `f = open('${name}', 'w')\nf.write(${JSON.stringify(text)})\nf.close()\nprint('done')\x04`,
        '\x04\x04>',
      );
    await write('boot.py', 'print("boot")\n');
    await write('main.py', 'print("main")\n');
    // What the board has said it did is on disk.
    expect(readFileSync(join(folder, 'board', 'main.py'), 'utf8')).toBe('print("main")\n');
    await client.ask('\x02', '>>> ');
    expect(await client.ask('\x04', '>>> ')).toMatch(/^\r\nMPY: soft reboot\r\nboot\r\nmain\r\nMicroPython/);
    await closed(client.port);
    await stop();
    client = await open(await serve('--folder', 'board'));
    await client.ask('\r\x03', '>>> ');
    await client.ask('import os; os.listdir()\r', "['boot.py', 'main.py']\r\n>>> ");
    expect(readdirSync(join(folder, 'board')).sort()).toEqual(['boot.py', 'main.py']);
  });

  it('can be found, by a link and by port lists, until it ends', async () => {
    const path = await serve('--link', 'port', '--board', 'esp32');
    const list = join(folder, 'data', 'virtual-boards');
    const entry = readdirSync(list).map((name) => readFileSync(join(list, name), 'utf8'))[0] ?? '';
    expect(JSON.parse(entry)).toEqual({
      pid: server?.pid,
      path,
      name: expect.stringContaining('virtual board') as string,
      board: 'esp32_devkit',
    });
    const client = await open(join(folder, 'port'));
    await client.ask('\r\x03', '>>> ');
    await closed(client.port);
    await stop();
    expect(readdirSync(list)).toEqual([]);
    expect(existsSync(join(folder, 'port'))).toBe(false);
  });

  it('sets controls, and refuses what it cannot', async () => {
    writeFileSync(
      join(folder, 'diagram.json'),
      JSON.stringify({
        version: 1,
        board: 'pico',
        parts: [{ id: 'pot', type: 'potentiometer' }],
        connections: [
          { from: 'pot:SIG', to: 'board:GP26' },
          { from: 'pot:VCC', to: 'board:3V3' },
          { from: 'pot:GND', to: 'board:GND' },
        ],
      }),
    );
    const client = await open(await serve('--set', 'pot.position=30'));
    await client.ask('\r\x03', '>>> ');
    await client.ask('from machine import ADC; round(ADC(26).read_u16() / 65535, 1)\r', '\r\n0.3\r\n>>> ');
    await stop();
    await expect(serve('--set', 'pot.position=30@5s')).rejects.toThrow('ended with 2');
    await expect(serve('main.py')).rejects.toThrow('ended with 2');
  });
});
