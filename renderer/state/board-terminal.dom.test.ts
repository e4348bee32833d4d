import { describe, expect, it, vi } from 'vitest';
import { MemoryBoard } from '#interpreter/device/memory-board.ts';
import { TERMINAL } from '#interpreter/device/terminal.ts';
import { BoardTerminal } from './board-terminal.svelte.ts';

async function set({ running = false, open = true } = {}) {
  const board = new MemoryBoard();
  if (open) await board.open();
  const capability = board.capability(TERMINAL);
  if (!capability) throw new Error('The twin has a prompt.');
  const write = vi.spyOn(capability, 'write');
  const paste = vi.spyOn(capability, 'paste');
  const terminal = new BoardTerminal(capability, () => running);
  /** Everything typed so far is on its way. */
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 100; i++) await Promise.resolve();
  };
  return { board, terminal, write, paste, settle };
}

describe('BoardTerminal', () => {
  it('keeps what the board said for a screen that comes later', async () => {
    const { board, terminal } = await set();
    const heard: string[] = [];
    board.say('MicroPython\r\n');
    terminal.onText((text) => heard.push(text));
    board.say('>>> ');
    expect([terminal.past, heard]).toEqual(['MicroPython\r\n>>> ', ['>>> ']]);
    terminal.clear();
    expect(terminal.past).toBe('>>> ');
  });

  it('keeps a limited past', async () => {
    const { board, terminal } = await set();
    for (let i = 0; i < 50; i++) board.say('x'.repeat(10_000));
    expect(terminal.past.length).toBe(400_000);
  });

  it('sends keys in the order of typing', async () => {
    const { board, terminal, settle } = await set();
    for (const key of ['1', '+', '1', '\r']) terminal.type(key);
    terminal.interrupt();
    terminal.softReset();
    await settle();
    expect(board.typed).toBe('1+1\r\u0003\u0003\u0004');
  });

  it('pastes several lines as one piece, and one line as if it was typed', async () => {
    const { terminal, write, paste, settle } = await set();
    terminal.offer('print(1)');
    terminal.offer('for i in range(3):\r\n  print(i)\r\n');
    await settle();
    expect(write.mock.calls).toEqual([['print(1)']]);
    expect(paste.mock.calls).toEqual([['for i in range(3):\n  print(i)\n']]);
  });

  it('pastes into the input of a program as it is', async () => {
    const { terminal, write, paste, settle } = await set({ running: true });
    terminal.offer('Ada\n36\n');
    await settle();
    expect([write.mock.calls, paste.mock.calls]).toEqual([[['Ada\r36\r']], []]);
  });

  it('shows text with keys in it before it is sent, and sends it without them', async () => {
    const { board, terminal, settle } = await set();
    terminal.offer('a\u0003b');
    await settle();
    expect([board.typed, terminal.paste?.text]).toEqual(['', 'ab']);
    terminal.dropPaste();
    terminal.acceptPaste();
    await settle();
    expect(board.typed).toBe('');
    terminal.offer('a\u0003b');
    terminal.acceptPaste();
    await settle();
    expect(board.typed).toBe('ab');
  });

  it('says why keys did not arrive, until they do', async () => {
    const { board, terminal, settle } = await set({ open: false });
    terminal.type('x');
    await settle();
    expect(terminal.fault?.code).toBe('not-open');
    await board.open();
    terminal.type('y');
    await settle();
    expect([terminal.fault, board.typed]).toEqual([undefined, 'y']);
  });

  it('remembers lines once, newest first', async () => {
    const { terminal } = await set();
    for (const line of ['a = 1', 'b = 2', '  ', 'a = 1 ']) terminal.remember(line);
    expect(terminal.recent).toEqual(['a = 1', 'b = 2']);
  });
});
