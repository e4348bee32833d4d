import { afterEach, describe, expect, it } from 'vitest';
import { createNodeBoard } from '#cli/node-device.ts';
import { describeTransportContract } from '#common/transport/transport-contract.ts';
import { PROBE, STIMULUS } from '../device/capability.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { MemoryStorage } from './board-storage.ts';
import { Line } from './testing/line.ts';
import { boardOnly } from './testing/play.ts';
import type { VirtualBoard, VirtualBoardOptions } from './virtual-board.ts';

const created: VirtualBoard[] = [];
afterEach(() => created.splice(0).forEach((board) => board.dispose()));

async function connect(
  options: Partial<VirtualBoardOptions> = {},
): Promise<{ board: VirtualBoard; line: Line }> {
  const board = createNodeBoard({ diagram: boardOnly('pico'), ...options });
  created.push(board);
  const line = new Line(board.createTransport());
  await line.transport.open();
  return { board, line };
}

const BANNER = 'MicroPython v1.29.0';

/** All that a board can do for the contract is to run a program that sends back what comes. */
const ECHO = `import micropython, sys
micropython.kbd_intr(-1)
while True:
    sys.stdout.buffer.write(sys.stdin.buffer.read(1))
`;
describeTransportContract('a virtual board’s transport', async () => {
  const board = createNodeBoard({
    diagram: boardOnly('pico'),
    speed: 'max',
    // Lines that lead nowhere: the contract sets them as it likes.
    wiring: 'none',
    storage: new MemoryStorage({ '/main.py': `print('ready')\n${ECHO}` }),
  });
  created.push(board);
  const line = new Line(board.createTransport());
  await line.transport.open();
  await line.until('ready\r\n');
  await line.transport.close();
  return { transport: board.createTransport(), cut: () => board.unplug() };
});

describe('the prompt', () => {
  it('greets', async () => {
    const { line } = await connect();
    expect(await line.until('>>> ')).toBe(
      `${BANNER} on 2026-08-25; Raspberry Pi Pico with RP2040\r\nType "help()" for more information.\r\n>>> `,
    );
  });

  it('keeps globals, echoes values, and names <stdin> in tracebacks', async () => {
    const { line } = await connect();
    await line.until('>>> ');
    expect(await line.ask('x = 41\r', '>>> ')).toBe('x = 41\r\n>>> ');
    expect(await line.ask('x + 1\r', '>>> ')).toBe('x + 1\r\n42\r\n>>> ');
    expect(await line.ask('1/0\r', '>>> ')).toBe(
      '1/0\r\nTraceback (most recent call last):\r\n  File "<stdin>", line 1, in <module>\r\nZeroDivisionError: divide by zero\r\n>>> ',
    );
  });

  it('starts afresh on Ctrl-D', async () => {
    const { line } = await connect();
    await line.until('>>> ');
    await line.ask('x = 1\r', '>>> ');
    expect(await line.ask('\x04', '>>> ')).toMatch(/^\r\nMPY: soft reboot\r\nMicroPython/);
    expect(await line.ask('x\r', '>>> ')).toContain("NameError: name 'x' isn't defined");
  });
});

describe('the raw prompt', () => {
  it('runs code, whatever it prints, and reports what it raises', async () => {
    const { line } = await connect();
    await line.enterRaw();
    expect(await line.exec('print("gr\xc3\xbcn")')).toEqual({ out: 'gr\xc3\xbcn\n', error: '' });
    expect(await line.exec('def f():\n  raise ValueError(1)\nf()')).toEqual({
      out: '',
      error:
        'Traceback (most recent call last):\n  File "<stdin>", line 3, in <module>\n  File "<stdin>", line 2, in f\nValueError: 1\n',
    });
    expect((await line.exec('x = (')).error).toContain('SyntaxError');
  });

  it('Ctrl-C ends a loop that does nothing, a sleep, and waiting for input', async () => {
    const { line } = await connect();
    await line.enterRaw();
    for (const code of [
      'while True: pass',
      'import time\ntime.sleep(100)',
      'import sys\nsys.stdin.read(1)',
      'import time\nwhile True:\n  try: time.sleep(1)\n  except KeyboardInterrupt: raise',
    ]) {
      await line.send(`${code}\x04`);
      await line.until('OK');
      await line.send('\x03');
      expect((await line.answer()).error).toContain('KeyboardInterrupt: ');
    }
    expect(await line.exec('print(1)')).toEqual({ out: '1\n', error: '' });
  });

  it('tells of bad code while it is still being sent', async () => {
    const { line } = await connect();
    await line.enterRaw();
    await line.ask('\x05A\x01', 'R\x01\x80\x00\x01');
    await line.send(`x = = 1\n${'y = 1\n'.repeat(400)}`);
    await line.until('\x04');
    await line.send('\x04');
    const rest = await line.until('\x04>');
    expect(rest).toContain('SyntaxError');
  });

  it('machine.soft_reset() and sys.exit() start afresh, machine.reset() starts as from power-on', async () => {
    const { line } = await connect();
    await line.enterRaw();
    for (const code of ['import machine\nmachine.soft_reset()', 'import sys\nsys.exit()']) {
      await line.send(`${code}\x04`);
      expect(await line.until('>')).toBe('OK\x04\x04MPY: soft reboot\r\nraw REPL; CTRL-B to exit\r\n>');
    }
    await line.send('import machine\nmachine.reset()\x04');
    expect(await line.until('>>> ')).toContain(BANNER);
  });
});

describe('a start', () => {
  it('runs boot.py and main.py in the same globals, and names them in tracebacks', async () => {
    const storage = new MemoryStorage({
      '/boot.py': 'x = 20\nprint("boot")\n',
      '/main.py': 'import lib\nprint(x + lib.y)\n1/0\n',
      '/lib.py': 'y = 1\n',
    });
    const { line } = await connect({ storage });
    expect(await line.until('>>> ')).toMatch(
      /^boot\r\n21\r\nTraceback[^]*File "main\.py", line 3, in <module>\r\nZeroDivisionError: divide by zero\r\nMicroPython/,
    );
    expect(await line.ask('x\r', '>>> ')).toBe('x\r\n20\r\n>>> ');
  });

  it('main.py can be interrupted and timers go on at the prompt', async () => {
    const storage = new MemoryStorage({
      '/main.py':
        'from machine import Timer\nt = Timer()\nt.init(period=20, callback=lambda t: print("tick"))\nwhile True: pass\n',
    });
    const { line } = await connect({ storage });
    await line.until('tick');
    expect(await line.ask('\x03', '>>> ')).toContain('File "main.py", line 4');
    await line.until('tick');
    await line.until('tick');
    await line.ask('t.deinit()\r', '>>> ');
  });
});

describe('the reset line', () => {
  it('resets an ESP32 board, whatever it does, and holds it as long as wanted', async () => {
    const { line } = await connect({ diagram: boardOnly('esp32_devkit') });
    await line.enterRaw();
    await line.send('while True: pass\x04');
    await line.until('OK');
    await line.transport.setSignals({ dtr: false, rts: true });
    await line.send('nobody hears this\r');
    await line.transport.setSignals({ dtr: false, rts: false });
    expect(await line.until('>>> ')).toMatch(/^MicroPython.*Generic ESP32/);
    expect(await line.ask('1\r', '>>> ')).toBe('1\r\n1\r\n>>> ');
  });

  it('does nothing to a Pico, which speaks only while DTR is on', async () => {
    const { line } = await connect();
    await line.until('>>> ');
    await line.transport.setSignals({ dtr: false, rts: true });
    await line.send('x = 5\r');
    await line.transport.setSignals({ dtr: true, rts: true });
    expect(await line.ask('\rx\r', 'x\r\n5\r\n>>> ')).not.toContain(BANNER);
  });
});

const BENCH: Diagram = {
  version: 1,
  board: 'pico',
  parts: [{ id: 'pot', type: 'potentiometer' }],
  connections: [
    { from: 'pot:SIG', to: 'board:GP26' },
    { from: 'pot:VCC', to: 'board:3V3' },
    { from: 'pot:GND', to: 'board:GND' },
  ],
};

describe('the bench', () => {
  it('is alive: sensors can be moved, pins are told, resets leave it as it is', async () => {
    const { board, line } = await connect({ diagram: BENCH });
    await line.enterRaw();
    const READ = 'from machine import ADC, Pin\nprint(round(ADC(26).read_u16() / 65535, 1))';
    await board.capability(STIMULUS)?.set('pot', 'position', 20);
    expect((await line.exec(READ)).out).toBe('0.2\n');
    await board.capability(STIMULUS)?.set('pot', 'position', 80);
    expect((await line.exec(READ)).out).toBe('0.8\n');
    const edge = new Promise<string>((resolve) =>
      board
        .capability(PROBE)
        ?.onTrace(({ edges }) => edges.forEach(({ pin, level }) => level === 1 && resolve(pin))),
    );
    await line.exec('Pin(15, Pin.OUT).on()');
    expect(await edge).toBe('GPIO15');
    board.hardReset();
    await line.until('>>> ');
    await line.enterRaw();
    expect((await line.exec(READ)).out).toBe('0.8\n');
  });
});

describe('the cable', () => {
  it('can be pulled while a program runs; files stay', async () => {
    const { board, line } = await connect();
    const ends: unknown[] = [];
    line.transport.onClose(({ cause }) => ends.push(cause));
    await line.enterRaw();
    await line.exec('f = open("a.txt", "w")\nf.write("kept")\nf.close()');
    await line.send('while True: pass\x04');
    await line.until('OK');
    board.unplug();
    expect(ends).toEqual([expect.objectContaining({ code: 'disconnected' })]);
    await expect(line.transport.open()).rejects.toMatchObject({ code: 'not-found' });
    board.plugIn();
    await line.transport.open();
    await line.until('>>> ');
    await line.enterRaw();
    expect((await line.exec('print(open("a.txt").read())')).out).toBe('kept\n');
  });

  it('has one end', async () => {
    const { board } = await connect();
    await expect(board.createTransport().open()).rejects.toMatchObject({ code: 'busy' });
  });

  it('a board whose files cannot be kept stops, and says why', async () => {
    const { board, line } = await connect({
      storage: {
        load: () => [],
        apply: () => {
          throw new Error('The disk is full.');
        },
      },
    });
    const fault = new Promise<Error>((resolve) => board.onFault(resolve));
    await line.enterRaw();
    await line.send('open("a", "w").close()\nprint("saved")\x04');
    expect((await fault).message).toBe('The disk is full.');
    expect(line.text).not.toContain('saved');
    expect(board.isPluggedIn).toBe(false);
  });
});
