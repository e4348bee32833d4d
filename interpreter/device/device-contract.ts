/** What every Device must do, simulated or real. Run it for each kind: `describeDeviceContract('the twin', …)`. */

import { afterEach, describe, expect, it } from 'vitest';
import { SECOND } from '#common/time/duration.ts';
import { type Capability, DEBUGGER, STIMULUS, VIRTUAL_TIME } from './capability.ts';
import { DeviceError } from './device-error.ts';
import type { Device, DeviceStatus, ProgramFiles, Traceback } from './device.ts';

/** True Python for devices that run it; a twin is given scripts for the same texts. */
export const CONTRACT_PROGRAMS = {
  /** Prints three lines and ends. */
  prints: { 'main.py': "print('one')\nprint('two')\nprint('three')\n" },
  /** Prints, then dies of a ValueError in a function: line 2, called from line 4. */
  raises: {
    'main.py': "def water():\n    raise ValueError('no water')\nprint('before')\nwater()\nprint('after')\n",
  },
  /** Never ends by itself. */
  endless: { 'main.py': "print('started')\nwhile True:\n    pass\n" },
  /** Never ends by itself and refuses to be interrupted. */
  stubborn: {
    'main.py':
      "print('started')\nwhile True:\n    try:\n        while True:\n            pass\n    except KeyboardInterrupt:\n        pass\n",
  },
  /** Reads two lines and says what it read. */
  echoes: { 'main.py': "print('ready')\nfor i in range(2):\n    print('got', input())\n" },
  /** Prints 0, 1 and 2, each on line 2. */
  counts: { 'main.py': 'for n in range(3):\n    print(n)\n' },
  /** Uses a module of its own. */
  imports: { 'main.py': 'import pump\nprint(pump.NAME)\n', 'pump.py': "NAME = 'well pump'\n" },
  /** Has a module, but nothing to start with. */
  headless: { 'pump.py': "NAME = 'well pump'\n" },
} as const satisfies Record<string, ProgramFiles>;

export type ContractPrograms = Readonly<Record<keyof typeof CONTRACT_PROGRAMS, ProgramFiles>>;

/** What a device tells, written down. */
interface Log {
  readonly statuses: DeviceStatus[];
  readonly tracebacks: Traceback[];
  /** All output so far, with plain line breaks. */
  text(): string;
  /** Resolves as soon as the output contains `text`. */
  prints(text: string): Promise<void>;
  /** Resolves when the device has announced `status`. */
  enters(status: DeviceStatus): Promise<void>;
}

function listen(device: Device): Log {
  const statuses: DeviceStatus[] = [];
  const tracebacks: Traceback[] = [];
  let raw = '';
  const waiting = new Set<() => void>();
  const look = (): void => waiting.forEach((check) => check());
  const text = (): string => raw.replaceAll('\r\n', '\n');
  const when = (condition: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!condition()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  device.onStatus((status) => (statuses.push(status), look()));
  device.onTraceback((traceback) => tracebacks.push(traceback));
  device.onOutput((chunk) => ((raw += chunk.text), look()));
  return {
    statuses,
    tracebacks,
    text,
    prints: (wanted) => when(() => text().includes(wanted)),
    enters: (status) => when(() => device.status === status),
  };
}

/**
 * @param createDevice a closed device each time; the suite opens and disposes it.
 * @param programs what to load in each role. Default: true Python.
 */
export function describeDeviceContract(
  name: string,
  createDevice: () => Device | Promise<Device>,
  programs: ContractPrograms = CONTRACT_PROGRAMS,
): void {
  describe(`${name} is a Device`, () => {
    const created: Device[] = [];
    afterEach(() => {
      for (const device of created.splice(0)) device.dispose();
    });

    const closed = async (): Promise<Device> => {
      const device = await createDevice();
      created.push(device);
      return device;
    };
    /** An open device with a program, and what it tells from now on. */
    const ready = async (files?: ProgramFiles): Promise<{ device: Device; log: Log }> => {
      const device = await closed();
      await device.open();
      if (files) await device.load(files);
      return { device, log: listen(device) };
    };
    /** A device in the midst of a program that has printed `started`. */
    const running = async (files: ProgramFiles) => {
      const { device, log } = await ready(files);
      const ended = device.run();
      await log.prints('started');
      return { device, log, ended };
    };

    describe('open', () => {
      it('makes it idle; twice is harmless', async () => {
        const device = await closed();
        const log = listen(device);
        expect(device.status).toBe('closed');
        await device.open();
        await device.open();
        expect(device.status).toBe('idle');
        expect(log.statuses).toEqual(['idle']);
      });

      it('is needed before anything else', async () => {
        const device = await closed();
        await expectCode(device.load(programs.prints), 'not-open');
        await expectCode(device.run(), 'not-open');
        await expectCode(device.reset(), 'not-open');
        await expectCode(device.write('x\n'), 'not-open');
      });
    });

    describe('run', () => {
      it('prints in order and finishes', async () => {
        const { device, log } = await ready(programs.prints);
        const result = await device.run();
        expect(result).toMatchObject({ end: 'finished' });
        expect(result.traceback).toBeUndefined();
        expect(log.text()).toBe('one\ntwo\nthree\n');
        expect(log.statuses).toEqual(['running', 'idle']);
      });

      it('tells instants that never fall, the end last', async () => {
        const { device } = await ready(programs.prints);
        const instants: number[] = [];
        device.onOutput(({ at }) => instants.push(at));
        const { at } = await device.run();
        expect([...instants, at]).toEqual([...instants, at].sort((a, b) => a - b));
        expect(instants.length).toBeGreaterThan(0);
      });

      it('starts afresh each time', async () => {
        const { device, log } = await ready(programs.prints);
        await device.run();
        await device.run();
        expect(log.text()).toBe('one\ntwo\nthree\n'.repeat(2));
      });

      it('finds the modules that were loaded', async () => {
        const { device, log } = await ready(programs.imports);
        expect((await device.run()).end).toBe('finished');
        expect(log.text()).toBe('well pump\n');
      });

      it('needs a main.py', async () => {
        const { device } = await ready();
        await expectCode(device.run(), 'no-program');
        await device.load(programs.headless);
        await expectCode(device.run(), 'no-program');
        expect(device.status).toBe('idle');
      });

      it('reports an uncaught exception with its place', async () => {
        const { device, log } = await ready(programs.raises);
        const result = await device.run();
        expect(result.end).toBe('raised');
        expect(result.traceback).toMatchObject({ type: 'ValueError', message: 'no water' });
        expect(result.traceback?.frames.map(({ file, line }) => `${file}:${line}`)).toEqual([
          'main.py:4',
          'main.py:2',
        ]);
        expect(result.traceback?.frames.at(-1)?.scope).toBe('water');
        expect(log.tracebacks).toEqual([result.traceback]);
        expect(log.text()).toContain('before\n');
        expect(log.text()).not.toContain('after');
        expect(device.status).toBe('idle');
      });

      it('refuses a second run, and new files, meanwhile', async () => {
        const { device, ended } = await running(programs.endless);
        await expectCode(device.run(), 'busy');
        await expectCode(device.load(programs.prints), 'busy');
        expect(device.status).toBe('running');
        await device.stop();
        expect((await ended).end).toBe('stopped');
      });
    });

    describe('load', () => {
      it('replaces all files', async () => {
        const { device, log } = await ready(programs.imports);
        await device.load(programs.prints);
        await device.run();
        expect(log.text()).toBe('one\ntwo\nthree\n');
        await device.load(programs.headless);
        await expectCode(device.run(), 'no-program');
      });
    });

    describe('stop', () => {
      it.each(['endless', 'stubborn'] as const)('ends a program that is %s', async (role) => {
        const { device, log, ended } = await running(programs[role]);
        await device.stop();
        expect(device.status).toBe('idle');
        expect((await ended).end).toBe('stopped');
        expect(log.statuses).toEqual(['running', 'stopping', 'idle']);
        expect(log.tracebacks).toEqual([]);
      });

      it('is harmless when idle', async () => {
        const { device, log } = await ready(programs.prints);
        await device.stop();
        await device.stop();
        expect(log.statuses).toEqual([]);
        expect((await device.run()).end).toBe('finished');
      });

      it('may be asked for twice at once', async () => {
        const { device, ended } = await running(programs.endless);
        await Promise.all([device.stop(), device.stop()]);
        expect(device.status).toBe('idle');
        expect((await ended).end).toBe('stopped');
      });

      it('keeps the files', async () => {
        const { device, log } = await running(programs.stubborn);
        await device.stop();
        const again = device.run();
        await log.prints('started\nstarted\n');
        await device.stop();
        expect((await again).end).toBe('stopped');
      });
    });

    describe('reset', () => {
      it('stops the program and keeps the files', async () => {
        const { device, ended } = await running(programs.endless);
        await device.reset();
        expect((await ended).end).toBe('stopped');
        expect(device.status).toBe('idle');
        await device.load(programs.imports);
        await device.reset();
        const log = listen(device);
        expect((await device.run()).end).toBe('finished');
        expect(log.text()).toBe('well pump\n');
      });
    });

    describe('write', () => {
      it('feeds standard input, in pieces as well', async () => {
        const { device, log } = await ready(programs.echoes);
        const ended = device.run();
        await log.prints('ready');
        await device.write('water\n');
        await log.prints('got water\n');
        await device.write('so');
        await device.write('il\n');
        expect((await ended).end).toBe('finished');
        expect(log.text()).toContain('got soil\n');
      });

      it('does not keep a program that waits for input from being stopped', async () => {
        const { device, log } = await ready(programs.echoes);
        const ended = device.run();
        await log.prints('ready');
        await device.stop();
        expect((await ended).end).toBe('stopped');
      });
    });

    describe('dispose', () => {
      it('may be called twice', async () => {
        const { device } = await ready();
        device.dispose();
        device.dispose();
        expect(device.status).toBe('closed');
      });

      it('makes every call reject', async () => {
        const { device } = await ready(programs.prints);
        device.dispose();
        await expectCode(device.open(), 'disposed');
        await expectCode(device.load(programs.prints), 'disposed');
        await expectCode(device.run(), 'disposed');
        await expectCode(device.stop(), 'disposed');
        await expectCode(device.reset(), 'disposed');
        await expectCode(device.write('x\n'), 'disposed');
      });

      it('ends a run, and nothing is told afterwards', async () => {
        const { device, log, ended } = await running(programs.endless);
        device.dispose();
        const before = [log.statuses.length, log.text()];
        expect((await ended).end).toBe('stopped');
        expect([log.statuses.length, log.text()]).toEqual(before);
        expect(device.status).toBe('closed');
      });
    });

    it('answers nothing where it lacks an ability', async () => {
      const device = await closed();
      const unheardOf: Capability<object> = { name: 'no-such-ability' };
      expect(device.capability(unheardOf)).toBeUndefined();
    });

    describe('its virtual time, if it has any', () => {
      it('ends a run at the limit', async () => {
        const { device } = await ready(programs.endless);
        const time = device.capability(VIRTUAL_TIME);
        if (!time) return;
        time.setSpeed('max');
        time.limit = SECOND;
        expect(await device.run()).toMatchObject({ end: 'time-limit', at: SECOND });
        expect(device.status).toBe('idle');
      });

      it('pauses and resumes', async () => {
        const { device, log, ended } = await running(programs.endless);
        const time = device.capability(VIRTUAL_TIME);
        if (time) {
          time.pause();
          await log.enters('paused');
          await expectCode(device.run(), 'busy');
          time.resume();
          await log.enters('running');
          time.pause();
          await log.enters('paused');
        }
        await device.stop();
        expect((await ended).end).toBe('stopped');
      });
    });

    describe('its debugger, if it has any', () => {
      /** A device with a breakpoint on line 2, and what it tells. */
      const debugged = async () => {
        const { device, log } = await ready(programs.counts);
        const [debug, time] = [device.capability(DEBUGGER), device.capability(VIRTUAL_TIME)];
        debug?.setBreakpoints('main.py', [2]);
        return debug && time && { device, log, debug, time };
      };

      it('pauses before a statement, again in the next round, and not where the breakpoint is gone', async () => {
        const at = await debugged();
        if (!at) return;
        const { device, log, debug, time } = at;
        const ended = device.run();
        for (const printed of ['', '0\n']) {
          await log.enters('paused');
          expect([debug.pausedAt, log.text()]).toEqual([{ file: 'main.py', line: 2 }, printed]);
          time.resume();
          await log.enters('running');
        }
        await log.enters('paused');
        debug.setBreakpoints('main.py', []);
        time.resume();
        expect((await ended).end).toBe('finished');
        expect([debug.pausedAt, log.text()]).toEqual([undefined, '0\n1\n2\n']);
        expect((await device.run()).end).toBe('finished');
      });

      it('keeps no paused program from being stopped, and pauses the next run', async () => {
        const at = await debugged();
        if (!at) return;
        const { device, log } = at;
        for (let run = 0; run < 2; run++) {
          const ended = device.run();
          await log.enters('paused');
          await device.stop();
          expect((await ended).end).toBe('stopped');
        }
        expect(log.text()).toBe('');
      });
    });

    it('refuses to set a control that does not exist, if it has any', async () => {
      const { device } = await ready();
      const stimulus = device.capability(STIMULUS);
      if (stimulus) await expectCode(stimulus.set('no-such-part', 'temperature', 20), 'unknown-control');
    });
  });
}

async function expectCode(promise: Promise<unknown>, code: string): Promise<void> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DeviceError);
  expect(error).toMatchObject({ code });
}
