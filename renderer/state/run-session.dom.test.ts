import { describe, expect, it, vi } from 'vitest';
import { ManualTimers } from '#common/time/manual-timers.ts';
import { DEBUGGER, VIRTUAL_TIME } from '#interpreter/device/capability.ts';
import { MemoryDevice, type Script } from '#interpreter/device/memory-device.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { RunSession } from './run-session.svelte.ts';

const DIAGRAM: Diagram = { version: 1, board: 'pico', parts: [], connections: [] };
const FILES = { 'main.py': 'program' };
const SECOND = 1e9;

/** A session whose frames come when the test says so. */
function set(script: Script = () => undefined) {
  const frames: (() => void)[] = [];
  const createDevice = vi.fn(
    () => new MemoryDevice({ scripts: { program: script }, controls: { knob: { turn: 0 } } }),
  );
  const requestFrame = (callback: () => void) => {
    frames.push(callback);
    return () => void frames.splice(frames.indexOf(callback), 1);
  };
  const session = new RunSession({ createDevice, requestFrame, timers: new ManualTimers() });
  const frame = (): void => frames.splice(0).forEach((callback) => callback());
  return { session, createDevice, frame, frames };
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 1000 && !condition(); i++) await Promise.resolve();
  expect(condition()).toBe(true);
}

describe('RunSession', () => {
  it('shows output, time and how the run ended', async () => {
    const { session } = set(async (run) => {
      run.print('hello');
      await run.advance(2 * SECOND);
    });
    await session.run(FILES, DIAGRAM);
    expect(session.console.text()).toBe('hello\nThe program ended after 2 s.');
    expect([session.virtualTime, session.status, session.isActive]).toEqual([2 * SECOND, 'idle', false]);
  });

  it('gathers output until the next frame', async () => {
    const { session, frame } = set(async (run) => {
      run.print('a');
      run.print('b');
      await run.forever();
    });
    const running = session.run(FILES, DIAGRAM);
    await until(() => session.status === 'running');
    expect(session.console.isEmpty).toBe(true);
    frame();
    expect(session.console.text()).toBe('a\nb');
    await session.stop();
    await running;
    expect(session.console.text()).toContain('Stopped');
  });

  it('plots the numbers of the present run with the next frame', async () => {
    const { session, frame } = set(async (run) => {
      run.print('temp: 21.5');
      await run.forever();
    });
    for (let runs = 0; runs < 2; runs++) {
      const running = session.run(FILES, DIAGRAM);
      await until(() => session.status === 'running');
      expect(session.plot.isEmpty).toBe(true);
      frame();
      expect(session.plot.curves.map(({ key, points }) => [key, points.length])).toEqual([['temp', 1]]);
      await session.stop();
      await running;
    }
  });

  it('shows a burst of output a few frames later, and all of it at the end', async () => {
    const { session, frame } = set(async (run) => {
      for (let i = 0; i < 500; i++) run.print(`${i}`);
      await run.forever();
    });
    const running = session.run(FILES, DIAGRAM);
    await until(() => session.status === 'running');
    frame();
    expect(session.console.isEmpty).toBe(true);
    for (let i = 0; i < 5; i++) frame();
    expect(session.console.lineCount).toBe(500);
    await session.stop();
    await running;
    expect(session.console.lineCount).toBe(501);
  });

  it('asks for no frames when nothing runs', async () => {
    const { session, frame, frames } = set();
    await session.run(FILES, DIAGRAM);
    frame();
    frame();
    expect(frames).toHaveLength(0);
  });

  it('shows the running line only while it runs', async () => {
    const { session, frame } = set(async (run) => {
      run.trace({ line: 4 });
      await run.forever();
    });
    const running = session.run(FILES, DIAGRAM);
    await until(() => session.status === 'running');
    frame();
    expect(session.runningLine).toBe(4);
    await session.stop();
    await running;
    expect(session.runningLine).toBeUndefined();
  });

  describe('with breakpoints', () => {
    /** Prints 0, 1 and 2 on line 2, over and over. */
    const counting: Script = async (run) => {
      for (let n = 0; ; n = (n + 1) % 3) {
        await run.reach(1);
        await run.advance(SECOND);
        await run.reach(2);
        run.print(`${n}`);
      }
    };

    it('stands at the line until it is told to go on, in every round', async () => {
      const { session, frame, frames } = set(counting);
      session.setBreakpoints([2]);
      const running = session.run(FILES, DIAGRAM);
      for (const [time, text] of [
        [1, ''],
        [2, '0'],
        [3, '0\n1'],
      ] as const) {
        await until(() => session.status === 'paused');
        expect([session.pausedLine, session.runningLine, session.isActive]).toEqual([2, 2, true]);
        frame();
        expect([session.virtualTime, session.console.text()]).toEqual([time * SECOND, text]);
        frame();
        expect(frames).toHaveLength(0);
        session.resume();
        expect([session.status, session.pausedLine]).toEqual(['running', undefined]);
        expect(frames).toHaveLength(1);
      }
      await until(() => session.status === 'paused');
      await session.stop();
      await running;
      expect([session.status, session.pausedLine, session.runningLine]).toEqual([
        'idle',
        undefined,
        undefined,
      ]);
    });

    it('changed during a run hold at once', async () => {
      const { session } = set(counting);
      session.setBreakpoints([2]);
      const running = session.run(FILES, DIAGRAM);
      await until(() => session.status === 'paused');
      session.setBreakpoints([1]);
      session.resume();
      await until(() => session.status === 'paused');
      expect(session.pausedLine).toBe(1);
      await session.stop();
      await running;
    });

    it('runs to the end on a device without a debugger', async () => {
      const device = new MemoryDevice({
        scripts: { program: (run) => run.reach(2) },
        without: [DEBUGGER.name, VIRTUAL_TIME.name],
      });
      const session = new RunSession({
        createDevice: () => device,
        requestFrame: () => () => undefined,
        timers: new ManualTimers(),
      });
      session.setBreakpoints([2]);
      await session.run(FILES, DIAGRAM);
      session.resume();
      expect(session.lastResult?.end).toBe('finished');
    });
  });

  it('keeps the traceback, and forgets it with the next run', async () => {
    let broken = true;
    const { session } = set((run) => {
      if (broken) run.raise('NameError', "name 'x' isn't defined", [{ file: 'main.py', line: 2 }]);
    });
    await session.run(FILES, DIAGRAM);
    expect(session.traceback?.type).toBe('NameError');
    broken = false;
    await session.run(FILES, DIAGRAM);
    expect(session.traceback).toBeUndefined();
    expect(session.console.text()).not.toContain('NameError');
  });

  it('tells a notice once, however often it comes', async () => {
    const { session } = set((run) => {
      const notice = { at: 0, code: 'pull', message: 'GPIO34 has no pull-up.', line: 3 };
      run.trace({ notices: [notice, notice] });
      run.trace({ notices: [notice] });
    });
    await session.run(FILES, DIAGRAM);
    expect(session.console.text().match(/GPIO34 has no pull-up/g)).toHaveLength(1);
    expect(session.console.chunks[0]).toMatchObject({
      stream: 'warning',
      lines: [{ text: 'Line 3: GPIO34 has no pull-up.' }],
    });
  });

  it('starts every run with the controls as the learner left them', async () => {
    const seen: unknown[] = [];
    const { session } = set(async (run) => {
      await run.advance(1);
      seen.push(run.control('knob', 'turn'));
    });
    await session.run(FILES, DIAGRAM);
    await session.setControl('knob', 'turn', 0.75);
    await session.run(FILES, DIAGRAM);
    expect(seen).toEqual([0, 0.75]);
  });

  it('keeps the device for the same wiring and makes a new one for another', async () => {
    const { session, createDevice } = set();
    await session.prepare(DIAGRAM);
    await session.run(FILES, DIAGRAM);
    expect(createDevice).toHaveBeenCalledTimes(1);
    await session.run(FILES, { ...DIAGRAM });
    expect(createDevice).toHaveBeenCalledTimes(2);
  });

  it('runs again from the start while a program runs', async () => {
    const { session } = set((run) => run.forever());
    const first = session.run(FILES, DIAGRAM);
    await until(() => session.status === 'running');
    const second = session.run(FILES, DIAGRAM);
    await first;
    await until(() => session.status === 'running');
    await session.stop();
    await second;
    expect(session.console.text().match(/Stopped/g)).toHaveLength(1);
  });

  it('says what to do where there is no program', async () => {
    const { session } = set();
    await session.run({}, DIAGRAM);
    expect(session.fault).toMatchObject({
      code: 'no-program',
      advice: expect.stringContaining('Write a program'),
    });
    expect(session.isActive).toBe(false);
  });

  it('feeds answers to the program and shows them', async () => {
    const { session, frame } = set(async (run) => run.print(`Hello ${await run.readLine()}`));
    const running = session.run(FILES, DIAGRAM);
    await until(() => session.status === 'running');
    await session.write('Ada');
    await running;
    frame();
    expect(session.console.chunks.map(({ stream }) => stream)).toEqual(['input', 'stdout', 'note']);
    expect(session.console.text()).toContain('Hello Ada');
  });
});
