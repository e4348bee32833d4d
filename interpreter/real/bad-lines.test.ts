import { describe, expect, it } from 'vitest';
import type { FakePeer } from '#common/transport/fake-transport.ts';
import { DeviceError } from '../device/device-error.ts';
import { LINK } from '../device/link.ts';
import { ScriptedBoard, type ScriptedBoardOptions, type ScriptedRun } from '../repl/scripted-board.ts';
import { type Bench, bench, type BenchOptions } from './testing/bench.ts';
import { fakePython } from './testing/fake-python.ts';

const HELLO = `print('hello')\n${'# a long comment\n'.repeat(40)}`;
const ENDLESS = 'while True:\n    pass\n';
const WAITS = 'input()\n';

const programs = {
  [HELLO]: (run: ScriptedRun) => {
    run.print('hellö\n');
    run.finish();
  },
  [ENDLESS]: (run: ScriptedRun) => run.print('started\n'),
  [WAITS]: () => undefined,
};

/** Longest time that any call may take: connecting by the whole ladder, with the person plugging in again. */
const LIMIT = 100_000;

function rig(options: Partial<BenchOptions> & { board?: ScriptedBoardOptions } = {}): Bench {
  const peer = new ScriptedBoard({
    wiring: 'auto-reset',
    script: fakePython({ programs }),
    ...options.board,
  });
  return bench({ peer, whenIdle: setImmediate, ...options });
}

/** What a call ended with; a hang is an error of the test. */
async function ending(at: Bench, call: Promise<unknown>): Promise<unknown> {
  const hang = new Promise((_, reject) => {
    at.timers.after(LIMIT, () => reject(new Error('It hangs.')));
  });
  return Promise.race([call.catch((error: unknown) => error), hang]);
}

async function helloOn(at: Bench): Promise<string> {
  let text = '';
  at.device.onOutput((chunk) => (text += chunk.text));
  await at.device.open();
  await at.device.load({ 'main.py': HELLO });
  const { end } = await at.device.run();
  const { status } = at.device;
  at.device.dispose();
  expect([end, status]).toEqual(['finished', 'idle']);
  return text;
}

/** A peer between the board and the line. */
function between(board: ScriptedBoard, pass: (bytes: Uint8Array) => readonly Uint8Array[]): FakePeer {
  return {
    onOpen: (send) => board.onOpen((bytes) => pass(bytes).forEach(send)),
    onBytes: (bytes) => board.onBytes(bytes),
    onSignals: (signals) => board.onSignals(signals),
  };
}

describe('a bad line', () => {
  it.each<[string, Parameters<typeof rig>[0]]>([
    ['single bytes from the board', { receiving: { splitEvery: 1 } }],
    ['single bytes both ways', { receiving: { splitEvery: 1 }, sending: { splitEvery: 1 } }],
    ['200 ms late', { receiving: { delay: 200e6 } }],
    ['200 ms late in single bytes', { receiving: { delay: 200e6, splitEvery: 1 } }],
    ['garbage at the start', { board: { bootNoise: Uint8Array.of(0xff, 0, 4, 62, 0x80, 13, 10) } }],
    ['noise at each prompt', { board: { promptNoise: new TextEncoder().encode('core 1: OK\r\n') } }],
    ['no raw-paste', { board: { rawPaste: 'refused' } }],
    ['firmware that knows no raw-paste', { board: { rawPaste: 'unknown' } }],
    ['windows of 32 bytes', { board: { window: 32, inputSize: 70 } }],
  ])('%s: connects and runs', async (_, options) => {
    expect(await helloOn(rig(options))).toContain('hellö\r\n');
  });

  it('grants that get lost: what was sent is sent again in plain raw mode, and nothing is run twice', async () => {
    let left = 3;
    const board = new ScriptedBoard({ wiring: 'auto-reset', script: fakePython({ programs }) });
    const peer = between(board, (bytes) =>
      bytes.length === 1 && bytes[0] === 1 && left-- > 0 ? [] : [bytes],
    );
    const at = bench({ peer, whenIdle: setImmediate });
    expect(await helloOn(at)).toBe('hellö\r\n');
    expect(board.codes.filter((code) => code === HELLO)).toHaveLength(1);
  });

  it('somebody in the background who never stops talking', async () => {
    const board = new ScriptedBoard({ wiring: 'auto-reset', script: fakePython({ programs }) });
    const noise = new TextEncoder().encode('core 1 says >>> hi\r\n');
    const peer = between(board, (bytes) => (bytes.length > 3 ? [noise, bytes, noise] : [bytes, noise]));
    const at = bench({ peer, whenIdle: setImmediate });
    await at.device.open();
    expect(at.device.capability(LINK)?.info?.machine).toBe('Scripted board with RP2040');
    at.device.dispose();
  });

  it('a watchdog in the midst of our own work ends it with a sentence', async () => {
    let isArmed = false;
    const script = fakePython({ programs });
    const watched: ScriptedBoard = new ScriptedBoard({
      wiring: 'auto-reset',
      script: (run) => {
        if (!run.code.includes('_pinlab_info') || !isArmed) return script(run);
        watched.repl.halt();
        watched.repl.start();
        return undefined;
      },
    });
    const at = bench({ peer: watched, whenIdle: setImmediate });
    await at.device.open();
    isArmed = true;
    const error = await ending(at, at.device.capability(LINK)?.refreshInfo() ?? Promise.resolve());
    expect(error).toMatchObject({
      code: 'protocol',
      message: expect.stringContaining('started anew') as unknown,
    });
    expect(at.device.status).toBe('idle');
    at.device.dispose();
  });
});

/** Opens, runs to the end, runs and stops; answers how it went, with the number of bytes each way. */
async function session(at: Bench): Promise<readonly unknown[]> {
  const { device } = at;
  const ends: unknown[] = [await ending(at, device.open())];
  for (const text of [HELLO, ENDLESS]) {
    ends.push(await ending(at, device.load({ 'main.py': text })));
    const run = device.run();
    const running = ending(at, run);
    await new Promise((resolve) => at.timers.after(300, () => resolve(undefined)));
    if (text === ENDLESS) ends.push(await ending(at, device.stop()));
    ends.push(await running);
  }
  device.dispose();
  return ends;
}

/** Each call ended as it should, or with an error for a person. */
function expectPlain(ends: readonly unknown[]): void {
  for (const end of ends) if (end instanceof Error) expect(end).toBeInstanceOf(DeviceError);
}

describe('a cable that is pulled, a byte that is lost or damaged', () => {
  const whole = rig();
  const counted = session(whole).then((ends) => {
    expectPlain(ends);
    return whole.transports[0]?.written.length ?? 0;
  });

  it.each(['sending', 'receiving'] as const)('%s: pulled at many a byte', async (way) => {
    const total = (await counted) + 500;
    for (let byte = 0; byte < total; byte += way === 'sending' ? 41 : 17) {
      const at = rig({ [way]: { cutAt: byte } });
      expectPlain(await session(at));
      expect(at.transports.every(({ isOpen }) => !isOpen)).toBe(true);
    }
  });

  it.each(['sending', 'receiving'] as const)('%s: many a byte dropped or garbled', async (way) => {
    const total = (await counted) + 500;
    for (const kind of ['drop', 'garble'] as const)
      for (let byte = 1; byte < total; byte += way === 'sending' ? 61 : 23)
        expectPlain(await session(rig({ [way]: { [kind]: [byte] } })));
  });
});
