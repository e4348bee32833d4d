import { afterEach, describe, expect, it } from 'vitest';
import type { FakePeer } from '#common/transport/fake-transport.ts';
import type { PortSummary } from '#common/host/host.ts';
import type { DeviceError } from '../device/device-error.ts';
import { LINK, type Link, type LinkState } from '../device/link.ts';
import { TERMINAL } from '../device/terminal.ts';
import { ScriptedBoard, type ScriptedRun } from '../repl/scripted-board.ts';
import { type Bench, bench, PORT, QUIET_LINES, RESET_LINES } from './testing/bench.ts';
import { fakePython, INFO_ANSWER } from './testing/fake-python.ts';

const ENDLESS = 'while True:\n    pass\n';
const STUBBORN = 'stubborn\n';
const programs = {
  [ENDLESS]: (run: ScriptedRun) => run.print('started\n'),
  [STUBBORN]: (run: ScriptedRun) => {
    run.onInterrupt(() => undefined);
    run.print('started\n');
  },
};

const open: Bench[] = [];
afterEach(() => {
  for (const { device } of open.splice(0)) device.dispose();
});

function rig(
  peer: FakePeer,
  policy = QUIET_LINES,
): Bench & { link: Link; states: string[]; faults: DeviceError[] } {
  const at = bench({ peer, policy, whenIdle: setImmediate });
  open.push(at);
  const link = at.device.capability(LINK);
  if (!link) throw new Error('A board on a cable has a link.');
  const states: string[] = [];
  const faults: DeviceError[] = [];
  link.onState((state: LinkState) =>
    states.push('step' in state ? `${state.kind} ${state.step}` : state.kind),
  );
  at.device.onFault((fault) => faults.push(fault));
  return Object.assign(at, { link, states, faults });
}

function board(): ScriptedBoard {
  return new ScriptedBoard({ script: fakePython({ programs }) });
}

const after = (at: Bench, milliseconds: number): Promise<void> =>
  new Promise((resolve) => at.timers.after(milliseconds, resolve));
const state = (at: Bench & { link: Link }, wanted: string): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => void (at.link.state.kind === wanted && resolve());
    at.link.onState(look);
    look();
  });

describe('connecting', () => {
  it('says each step, and what the board is', async () => {
    const at = rig(board());
    await at.device.open();
    expect(at.states).toEqual(['connecting opening', 'connecting listening', 'connecting raw-repl', 'ready']);
    expect(at.link.info).toMatchObject({
      machine: 'Scripted board with RP2040',
      version: '1.29.0',
      flashFree: 800_000,
    });
    expect(at.link.info?.features).toEqual(['raw-paste', 'deflate', 'binascii', 'hashlib']);
    expect(at.timers.now()).toBeLessThan(250);
  });

  it('interrupts a program that runs, after it has listened', async () => {
    const peer = new ScriptedBoard({
      script: fakePython({ programs }),
      files: { 'main.py': (run) => void run.print('busy\n') },
    });
    const at = rig(peer);
    await at.device.open();
    expect(at.states.slice(1, 3)).toEqual(['connecting listening', 'connecting interrupting']);
    expect(at.device.status).toBe('idle');
  });

  it('resets by the lines what cannot be interrupted', async () => {
    let starts = 0;
    const peer = new ScriptedBoard({
      wiring: 'auto-reset',
      script: fakePython({ programs }),
      files: {
        'main.py': (run) => {
          if (starts++ === 0) run.onInterrupt(() => undefined);
          run.print('busy\n');
          return undefined;
        },
      },
    });
    const at = rig(peer, RESET_LINES);
    await at.device.open();
    expect(at.states.at(-2)).toBe('connecting hard-reset');
    expect(at.device.status).toBe('idle');
  });

  it('asks for the plug where nothing else is left, and ends', async () => {
    const at = rig({});
    await expect(at.device.open()).rejects.toMatchObject({ code: 'no-answer' });
    expect(at.states.slice(-2)).toEqual(['connecting asking', 'closed']);
    expect(at.transports.some(({ isOpen }) => isOpen)).toBe(false);
    expect(at.device.status).toBe('closed');
    await expect(at.device.open()).rejects.toMatchObject({ code: 'no-answer' });
  });

  it('goes on when the board was plugged in again', async () => {
    const peer = board();
    let isDead = true;
    const at = rig({
      onOpen: (send) => !isDead && peer.onOpen(send),
      onBytes: (bytes) => !isDead && peer.onBytes(bytes),
    });
    const opening = at.device.open();
    await new Promise<void>((resolve) => {
      at.link.onState((now) => 'step' in now && now.step === 'asking' && resolve());
    });
    at.present.length = 0;
    await after(at, 1500);
    isDead = false;
    at.present.push({ ...PORT, path: '/dev/ttyACM7' });
    await opening;
    expect(at.device.status).toBe('idle');
  });

  it('says what answers where that is not MicroPython', async () => {
    const at = rig({ onBytes: (_, send) => send(new TextEncoder().encode('Hello from C\r\n')) });
    const error: unknown = await at.device.open().catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'not-micropython',
      message: expect.stringContaining('Hello from C') as unknown,
    });
  });

  it('is given up at once on Cancel', async () => {
    const at = rig({});
    const opening = at.device.open();
    await after(at, 100);
    at.link.cancel();
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
    expect(at.timers.now()).toBeLessThan(200);
    expect(at.device.status).toBe('closed');
  });

  it.each([
    ['not-found', 'port-not-found'],
    ['busy', 'port-busy'],
    ['permission-denied', 'permission-denied'],
  ] as const)('%s becomes %s', async (refuse, code) => {
    const at = bench({ peer: board(), refuse, whenIdle: setImmediate });
    open.push(at);
    await expect(at.device.open()).rejects.toMatchObject({ code });
  });
});

describe('a board that goes away', () => {
  it('comes back under another path', async () => {
    const at = rig(board());
    await at.device.open();
    at.present.splice(0, 1);
    at.transports[0]?.cut();
    expect([at.device.status, at.link.state.kind]).toEqual(['closed', 'lost']);
    expect(at.faults.map(({ code }) => code)).toEqual(['link-lost']);
    await expect(at.device.run()).rejects.toMatchObject({ code: 'link-lost' });
    await after(at, 3000);
    at.present.push({ ...PORT, path: '/dev/ttyACM5', location: '1-2' });
    await state(at, 'ready');
    expect(at.device.status).toBe('idle');
    await at.device.load({ 'main.py': '' });
    expect((await at.device.run()).end).toBe('finished');
  });

  it('is not taken for another board', async () => {
    const at = rig(board());
    await at.device.open();
    const other: PortSummary = { ...PORT, serialNumber: 'another' };
    at.present.splice(0, 1, other);
    at.transports[0]?.cut();
    await after(at, 10_000);
    expect(at.link.state.kind).toBe('lost');
    expect(at.transports).toHaveLength(1);
  });

  it.each([
    ['before it was looked for', 'lost'],
    ['while it tries to come back', 'connecting opening'],
    ['while its attention is sought', 'connecting interrupting'],
  ])('may be another one when it is asked for anew, %s', async (_, moment) => {
    let id = 'e66118604b3a5a21';
    const info = (): string => INFO_ANSWER.replace('e66118604b3a5a21', id);
    const at = rig(new ScriptedBoard({ script: fakePython({ info }) }));
    await at.device.open();
    const asked = new Promise<void>((resolve) => {
      const listening = at.link.onState(() => {
        if (at.states.at(-1) !== moment) return;
        listening.dispose();
        queueMicrotask(() => resolve(at.device.open()));
      });
    });
    id = 'aa00';
    at.transports[0]?.cut();
    await asked;
    expect(at.link.info?.uniqueId).toBe('aa00');
    const { length } = at.transports;
    await after(at, 10_000);
    expect([at.device.status, at.link.state.kind, at.transports.length]).toEqual(['idle', 'ready', length]);
  });

  it('waits until a port is there to stay', async () => {
    const at = rig(board());
    await at.device.open();
    at.transports[0]?.cut();
    await after(at, 1400);
    expect(at.transports).toHaveLength(1);
    await state(at, 'ready');
    expect(at.transports).toHaveLength(2);
  });

  it('ends a run as a fault, once', async () => {
    const at = rig(board());
    await at.device.open();
    await at.device.load({ 'main.py': ENDLESS });
    const run = at.device.run();
    await after(at, 100);
    at.transports[0]?.cut();
    expect(await run).toMatchObject({ end: 'fault', error: { code: 'link-lost' } });
    expect(at.faults).toHaveLength(1);
    expect(at.device.status).toBe('closed');
  });

  it('is let go by dispose, in any state', async () => {
    const at = rig(board());
    await at.device.open();
    at.transports[0]?.cut();
    at.device.dispose();
    await after(at, 5000);
    expect(at.transports).toHaveLength(1);
    const early = rig(board());
    const opening = early.device.open();
    early.device.dispose();
    await expect(opening).rejects.toMatchObject({ code: 'disposed' });
    await after(early, 10);
    expect(early.transports.some(({ isOpen }) => isOpen)).toBe(false);
  });
});

describe('stopping', () => {
  it('takes a moment for a tight loop', async () => {
    const at = rig(board());
    await at.device.open();
    await at.device.load({ 'main.py': ENDLESS });
    const run = at.device.run();
    await after(at, 100);
    const before = at.timers.now();
    await at.device.stop();
    expect(at.timers.now() - before).toBeLessThan(100);
    expect((await run).end).toBe('stopped');
    expect(at.states.slice(-2)).toEqual(['stopping interrupt', 'ready']);
  });

  it('says so when nothing helps, and the board is of use again after plugging in', async () => {
    const peer = board();
    const at = rig({
      onOpen: (send) => peer.onOpen(send),
      onBytes: (bytes) => peer.onBytes(bytes),
    });
    await at.device.open();
    await at.device.load({ 'main.py': STUBBORN });
    const run = at.device.run();
    await after(at, 100);
    await expect(at.device.stop()).rejects.toMatchObject({ code: 'program-does-not-stop' });
    expect(at.device.status).toBe('running');
    expect(at.states.slice(-4)).toEqual([
      'stopping interrupt',
      'stopping flood',
      'stopping soft-reset',
      'stopping replug',
    ]);
    peer.repl.halt();
    at.transports[0]?.cut();
    peer.repl.start();
    expect((await run).end).toBe('stopped');
    await state(at, 'ready');
    expect([at.device.status, at.faults]).toEqual(['idle', []]);
  });

  it('can be cancelled: the program goes on', async () => {
    const at = rig(board());
    await at.device.open();
    await at.device.load({ 'main.py': STUBBORN });
    void at.device.run();
    await after(at, 100);
    const stop = at.device.stop();
    await after(at, 500);
    at.link.cancel();
    await expect(stop).rejects.toMatchObject({ code: 'cancelled' });
    expect([at.device.status, at.link.state.kind]).toEqual(['running', 'ready']);
  });

  it('opens the port anew where it takes nothing more', async () => {
    const at = rig(board());
    await at.device.open();
    await at.device.load({ 'main.py': ENDLESS });
    const run = at.device.run();
    await after(at, 100);
    const [transport] = at.transports;
    if (transport) transport.write = () => new Promise(() => undefined);
    await at.device.stop();
    expect((await run).end).toBe('stopped');
    expect([at.device.status, at.transports.length]).toEqual(['idle', 2]);
  });
});

describe('the terminal', () => {
  it('shows the prompt, passes keys and pastes without loss', async () => {
    const at = rig(board());
    const terminal = at.device.capability(TERMINAL);
    let text = '';
    terminal?.onText((piece) => (text += piece));
    await at.device.open();
    expect(text).toBe('>>> ');
    await terminal?.write('x = 1\r');
    await after(at, 10);
    expect(text).toBe('>>> x = 1\r\n>>> ');
    text = '';
    const long = 'def water():\n    return 1\n'.repeat(40);
    await terminal?.paste(long);
    await after(at, 10);
    expect(text).toMatch(/^\r\npaste mode/);
    expect(text.match(/=== {5}return 1/g)).toHaveLength(40);
    expect(text.endsWith('>>> ')).toBe(true);
    text = '';
    await at.link.refreshInfo();
    expect(text).toBe('');
  });

  it('never has much unread input on its way, and Stop gets through', async () => {
    const at = rig(board());
    await at.device.open();
    await at.device.load({ 'main.py': ENDLESS });
    const run = at.device.run();
    await after(at, 100);
    const before = at.transports[0]?.written.length ?? 0;
    await at.device.write('x'.repeat(5000));
    await after(at, 50);
    expect((at.transports[0]?.written.length ?? 0) - before).toBeLessThanOrEqual(200);
    const begun = at.timers.now();
    await at.device.stop();
    expect((await run).end).toBe('stopped');
    expect(at.timers.now() - begun).toBeLessThan(300);
  });
});
