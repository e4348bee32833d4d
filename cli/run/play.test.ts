import { describe, expect, it } from 'vitest';
import { MemoryDevice, type Script } from '#interpreter/device/memory-device.ts';
import type { OutputChunk } from '#interpreter/device/device.ts';
import { SECOND } from '#common/time/duration.ts';
import { MemoryTerminal } from '../testing/memory-terminal.ts';
import { type RunRequest, noticeLine, play } from './play.ts';

const MAIN = 'program';

function deviceWith(script: Script): MemoryDevice {
  return new MemoryDevice({ scripts: { [MAIN]: script }, controls: { button: { pressed: false } } });
}

function request(more: Partial<RunRequest> = {}): RunRequest {
  return { files: { 'main.py': MAIN }, stimuli: [], seed: 1, speed: 'max', ...more };
}

async function playHere(device: MemoryDevice, terminal: MemoryTerminal, more: Partial<RunRequest> = {}) {
  const chunks: OutputChunk[] = [];
  const played = await play(device, request(more), terminal, {
    onOutput: (chunk) => chunks.push(chunk),
    onTrace: () => undefined,
  });
  return { ...played, chunks };
}

describe('play', () => {
  it('a finished program is exit 0, with its output in order', async () => {
    const device = deviceWith((run) => {
      run.print('one');
      run.print('two');
    });
    const { exit, chunks } = await playHere(device, new MemoryTerminal());
    expect(exit).toBe(0);
    expect(chunks.map(({ text }) => text).join('')).toBe('one\ntwo\n');
  });

  it('an uncaught exception is exit 1', async () => {
    const device = deviceWith((run) => run.raise('ValueError', 'no', [{ file: 'main.py', line: 3 }]));
    const { exit, result } = await playHere(device, new MemoryTerminal());
    expect(exit).toBe(1);
    expect(result.traceback?.type).toBe('ValueError');
  });

  it('a time limit is exit 0 and ends at that virtual time', async () => {
    const { exit, result } = await playHere(
      deviceWith((run) => run.forever()),
      new MemoryTerminal(),
      {
        limit: 2 * SECOND,
      },
    );
    expect(exit).toBe(0);
    expect(result).toMatchObject({ end: 'time-limit', at: 2 * SECOND });
  });

  it('passes seed and planned controls on', async () => {
    const seen: unknown[] = [];
    const device = deviceWith(async (run) => {
      seen.push(run.control('button', 'pressed'));
      await run.advance(2 * SECOND);
      seen.push(run.control('button', 'pressed'), run.random.integer(0, 1e9));
    });
    const stimuli = [{ at: SECOND, part: 'button', control: 'pressed', value: true }];
    await playHere(device, new MemoryTerminal(), { stimuli, seed: 7 });
    const again: unknown[] = [];
    const other = deviceWith((run) => void again.push(run.random.integer(0, 1e9)));
    await playHere(other, new MemoryTerminal(), { seed: 7 });
    expect(seen).toEqual([false, true, again[0]]);
  });

  it('feeds standard input to the program', async () => {
    const terminal = new MemoryTerminal();
    const device = deviceWith(async (run) => {
      terminal.type('Ada\n');
      run.print(`Hello ${await run.readLine()}`);
    });
    const { chunks } = await playHere(device, terminal);
    expect(chunks.map(({ text }) => text)).toEqual(['Hello Ada\n']);
    expect(terminal.readsInput).toBe(false);
  });

  it('Ctrl-C stops the program and is exit 130', async () => {
    const terminal = new MemoryTerminal();
    const device = deviceWith((run) =>
      run.forever(() => {
        terminal.interrupt();
      }),
    );
    expect((await playHere(device, terminal)).exit).toBe(130);
  });

  it('a reader that goes away stops the program without a failure', async () => {
    const terminal = new MemoryTerminal();
    const device = deviceWith((run) => run.forever(() => terminal.close()));
    expect((await playHere(device, terminal)).exit).toBe(0);
  });
});

describe('noticeLine', () => {
  it('names instant and line', () => {
    const notice = { at: 1.5 * SECOND, code: 'x', message: 'No supply.', line: 4 };
    expect(noticeLine(notice)).toBe('[notice] 1.5 s, line 4: No supply.\n');
  });
});
