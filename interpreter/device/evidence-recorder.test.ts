import { describe, expect, it } from 'vitest';
import { SECOND } from '#common/time/duration.ts';
import { PROBE } from './capability.ts';
import type { Evidence } from './evidence.ts';
import { recordEvidence, type RecordEvidenceOptions } from './evidence-recorder.ts';
import { MemoryDevice, type Script } from './memory-device.ts';

const SOURCE = { 'main.py': 'the program' };

const blink: Script = async (run) => {
  for (const level of [1, 0, 1] as const) {
    run.print(`led ${level}`);
    run.trace({
      edges: [{ at: run.now, pin: 'GPIO12', level }],
      parts: [{ at: run.now, part: 'led1', state: { on: level === 1 } }],
    });
    await run.advance(SECOND);
  }
};

async function record(
  script: Script,
  options: Partial<RecordEvidenceOptions> = {},
  without: string[] = [],
): Promise<Evidence> {
  const device = new MemoryDevice({ scripts: { [SOURCE['main.py']]: script }, without });
  await device.open();
  await device.load(SOURCE);
  const recorder = recordEvidence(device, { source: SOURCE, ...options });
  return recorder.finish(await device.run());
}

describe('recordEvidence', () => {
  it('keeps everything that was told, in order', async () => {
    const stimuli = [{ at: 0, part: 'dht1', control: 'temperature', value: 30 }];
    const evidence = await record(blink, { stimuli });
    expect(evidence).toMatchObject({
      source: SOURCE,
      stimuli,
      until: 3 * SECOND,
      result: { end: 'finished', at: 3 * SECOND },
    });
    expect(evidence.output.map(({ at, text }) => [at, text])).toEqual([
      [0, 'led 1\n'],
      [SECOND, 'led 0\n'],
      [2 * SECOND, 'led 1\n'],
    ]);
    expect(evidence.edges.map(({ level }) => level)).toEqual([1, 0, 1]);
    expect(evidence.parts.at(-1)).toEqual({ at: 2 * SECOND, part: 'led1', state: { on: true } });
    expect(evidence.unobserved.size).toBe(0);
    expect(evidence.notices).toEqual([]);
  });

  it('says what a device without a probe cannot see', async () => {
    const evidence = await record(blink, {}, [PROBE.name]);
    expect([...evidence.unobserved]).toEqual(['pins', 'parts', 'world']);
    expect(evidence.output).toHaveLength(3);
    expect(evidence.edges).toEqual([]);
  });

  it('cannot be changed afterwards', async () => {
    const evidence = await record(blink);
    expect(() => (evidence.edges as unknown[]).push(0)).toThrow(TypeError);
    expect(() => Object.assign(evidence, { until: 0 })).toThrow(TypeError);
  });

  it('forgets the oldest above the cap, and says so', async () => {
    const chatter: Script = async (run) => {
      for (let i = 0; i < 100; i++) {
        run.print(`${i}`);
        await run.advance(10);
      }
    };
    const evidence = await record(chatter, { cap: 30 });
    expect(evidence.output.map(({ text }) => text)).toEqual(
      Array.from({ length: 30 }, (_, i) => `${70 + i}\n`),
    );
    expect(evidence.notices).toEqual([
      {
        at: 690,
        code: 'evidence-trimmed',
        message: 'Only the newest 30 pieces of output were kept; 70 older ones were forgotten.',
      },
    ]);
  });

  it('counts long output more than short', async () => {
    const long: Script = (run) => {
      for (let i = 0; i < 10; i++) run.print('x'.repeat(999));
    };
    expect((await record(long, { cap: 33 })).output).toHaveLength(3);
  });

  it('hears nothing more once it has finished', async () => {
    const device = new MemoryDevice({ scripts: { [SOURCE['main.py']]: blink } });
    await device.open();
    await device.load(SOURCE);
    const recorder = recordEvidence(device, { source: SOURCE });
    const evidence = recorder.finish(await device.run());
    await device.run();
    expect(evidence.output).toHaveLength(3);
  });
});
