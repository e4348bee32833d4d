import { afterEach, describe, expect, it } from 'vitest';
import { createNodeBoard } from '#cli/node-device.ts';
import { boardOnly } from './testing/play.ts';
import { Line } from './testing/line.ts';
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

describe('the prompt', () => {
  it('greets', async () => {
    const { line } = await connect();
    expect(await line.until('>>> ')).toMatch(
      /MicroPython v1\.29\.0 on .*; Raspberry Pi Pico with RP2040\r\n/,
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
    expect(await line.ask('\x04', '>>> ')).toMatch(/^\r\nMPY: soft reboot\r\nMicroPython/);
    expect(await line.ask('x\r', '>>> ')).toContain("NameError: name 'x' isn't defined");
  });

  it('raw', async () => {
    const { line } = await connect();
    await line.enterRaw();
    expect(await line.exec('print("gr\xc3\xbcn")')).toEqual({ out: 'gr\xc3\xbcn\n', error: '' });
    expect(await line.exec('import time\nfor i in range(3):\n  print(i)\n  time.sleep_ms(5)')).toEqual({
      out: '0\n1\n2\n',
      error: '',
    });
    await line.send('while True: pass\n\x04');
    await line.until('OK');
    await line.send('\x03');
    expect((await line.answer()).error).toContain('KeyboardInterrupt');
  });
});
