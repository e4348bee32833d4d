import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceError } from '#interpreter/device/device-error.ts';
import { TERMINAL } from '#interpreter/device/terminal.ts';
import { BoardBench } from './testing/board-bench.ts';

let bench: BoardBench;
beforeEach(() => {
  bench = new BoardBench();
  bench.terminal.hasKeys = true;
});
afterEach(() => bench.dispose());

async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('pinlab board repl', () => {
  it('passes keys to the board and what it says to standard output', async () => {
    const { exit, stdout } = await bench.run(['repl'], async (terminal) => {
      await settle();
      terminal.type('print(1)\r');
      await settle();
      bench.board.say('1\r\n>>> ');
      terminal.type('\u001d');
    });
    expect(exit).toBe(0);
    expect(bench.board.typed).toBe('\rprint(1)\r');
    expect(stdout).toContain('1\n>>> ');
    expect(bench.terminal.readsInput).toBe(false);
  });

  it('asks the terminal to mark pasted text, and takes it back', async () => {
    const { stdout } = await bench.run(['repl'], async (terminal) => {
      await settle();
      terminal.type('\u0018');
    });
    expect(stdout).toBe('\u001b[?2004h\u001b[?2004l');
  });

  it('pasted text goes as one piece; while a program runs, as its input', async () => {
    const prompt = bench.board.capability(TERMINAL);
    const pasted: string[] = [];
    if (prompt)
      prompt.paste = (text) => {
        pasted.push(text);
        return pasted.length > 1 ? Promise.reject(deviceError('busy')) : Promise.resolve();
      };
    await bench.run(['repl'], async (terminal) => {
      await settle();
      terminal.type('\u001b[200~if x:\r  y\r\u001b[201~');
      terminal.type('\u001b[200~Ada\r\u001b[201~');
      await settle();
      terminal.type('\u001d');
    });
    expect(pasted).toEqual(['if x:\n  y\n', 'Ada\n']);
    expect(bench.board.typed).toBe('\rAda\r');
  });

  it('says that the board went away and is back', async () => {
    const { stderr } = await bench.run(['repl'], async (terminal) => {
      await settle();
      bench.board.unplug();
      bench.board.plugIn();
      terminal.type('\u001d');
    });
    expect(stderr).toMatch(/went away.*is back/s);
  });

  it('ends where the terminal ends', async () => {
    const { exit } = await bench.run(['repl'], async (terminal) => {
      await settle();
      terminal.endInput();
    });
    expect(exit).toBe(0);
  });

  it('needs a terminal', async () => {
    bench.terminal.hasKeys = false;
    const { exit, stderr } = await bench.run(['repl']);
    expect(exit).toBe(2);
    expect(stderr).toContain('needs a terminal');
  });
});
