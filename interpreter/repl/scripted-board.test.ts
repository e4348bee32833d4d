import { describe, expect, it } from 'vitest';
import { FakeTransport } from '#common/transport/fake-transport.ts';
import { fromBytes, toBytes } from './bytes.ts';
import { ScriptedBoard, type ScriptedBoardOptions, type ScriptedRun } from './scripted-board.ts';

async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

async function connect(options: ScriptedBoardOptions) {
  const board = new ScriptedBoard(options);
  const transport = new FakeTransport({ peer: board });
  let text = '';
  transport.onData((bytes) => (text += fromBytes(bytes)));
  await transport.open();
  await settle();
  const talk = async (bytes: string): Promise<string> => {
    text = '';
    await transport.write(toBytes(bytes));
    await settle();
    return text;
  };
  return { board, transport, talk, heard: () => text };
}

describe('ScriptedBoard', () => {
  it('is a peer that answers code by its script', async () => {
    const { board, talk, heard } = await connect({ script: ({ code }) => `${code}!\n` });
    expect(heard()).toMatch(/^MicroPython v[^]*>>> $/);
    expect(await talk('\x01hi\x04')).toBe('\r\nraw REPL; CTRL-B to exit\r\n>OKhi!\r\n\x04\x04>');
    expect(board.codes).toEqual(['hi']);
  });

  it('a script may go on, read input and be interrupted', async () => {
    let running: ScriptedRun | undefined;
    const { talk } = await connect({ script: (run) => void (running = run) });
    await talk('\x01loop\x04');
    await talk('x');
    expect(running?.readByte()).toBe('x'.charCodeAt(0));
    const report = await talk('\x03');
    expect(report.replaceAll('\x04', '|')).toMatch(/^\|Traceback[^]*KeyboardInterrupt: \r\n\|>$/);
  });

  it('lives on while the line is closed', async () => {
    const { transport, talk } = await connect({});
    await talk('\x01');
    await transport.close();
    await transport.open();
    expect(await talk('x\x04')).toBe('OK\x04\x04>');
  });

  it('is reset by RTS where it is wired so, and DTR leads into the loader', async () => {
    const { transport, talk, heard } = await connect({ wiring: 'auto-reset' });
    await talk('\x01');
    await transport.setSignals({ dtr: false, rts: true });
    expect(await talk('x\x04')).toBe('');
    await transport.setSignals({ dtr: false, rts: false });
    await settle();
    expect(heard()).toMatch(/^MicroPython/);
    await transport.setSignals({ dtr: false, rts: true });
    await transport.setSignals({ dtr: true, rts: false });
    expect(await talk('\r')).toBe('');
  });

  it('is silent without DTR where it is a USB board', async () => {
    const { transport, talk } = await connect({ wiring: 'cdc' });
    await transport.setSignals({ dtr: false, rts: false });
    expect(await talk('1\r')).toBe('');
    await transport.setSignals({ dtr: true, rts: false });
    expect(await talk('1\r')).toBe('1\r\n>>> ');
  });
});
