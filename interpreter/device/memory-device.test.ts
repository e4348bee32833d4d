import { describe, expect, it } from 'vitest';
import { SECOND } from '#common/time/duration.ts';
import { DEBUGGER, PROBE, STIMULUS, VIRTUAL_TIME } from './capability.ts';
import { CONTRACT_SCRIPTS } from './contract-scripts.ts';
import { describeDeviceContract } from './device-contract.ts';
import { MemoryDevice, type Script } from './memory-device.ts';

describeDeviceContract('the in-memory twin', () => new MemoryDevice({ scripts: CONTRACT_SCRIPTS }));

describeDeviceContract(
  'the in-memory twin of a real board',
  () =>
    new MemoryDevice({
      scripts: CONTRACT_SCRIPTS,
      without: [DEBUGGER.name, PROBE.name, STIMULUS.name, VIRTUAL_TIME.name],
    }),
);

/** Opens a device that plays `script`. */
async function play(script: Script): Promise<MemoryDevice> {
  const device = new MemoryDevice({ scripts: { x: script }, controls: { dht1: { temperature: 20 } } });
  await device.open();
  await device.load({ 'main.py': 'x' });
  return device;
}

describe('MemoryDevice', () => {
  it('applies planned stimuli at their instant, and power-on puts the defaults back', async () => {
    const seen: unknown[] = [];
    const device = await play(async (run) => {
      for (let i = 0; i < 3; i++) {
        seen.push([run.now, run.control('dht1', 'temperature')]);
        await run.advance(SECOND);
      }
    });
    device.capability(STIMULUS)?.plan([
      { at: 2 * SECOND, part: 'dht1', control: 'temperature', value: 40 },
      { at: SECOND, part: 'dht1', control: 'temperature', value: 30 },
    ]);
    await device.run();
    expect(seen).toEqual([
      [0, 20],
      [SECOND, 30],
      [2 * SECOND, 40],
    ]);
    await device.reset();
    device.capability(STIMULUS)?.plan([]);
    await device.run();
    expect(seen[3]).toEqual([0, 20]);
  });

  it('tells of a fault and ends the run with it', async () => {
    const device = await play((run) => run.forever());
    const faults: string[] = [];
    device.onFault(({ code }) => faults.push(code));
    const ended = device.run();
    device.fail('link-lost');
    expect(await ended).toMatchObject({ end: 'fault', error: { code: 'link-lost' } });
    expect(faults).toEqual(['link-lost']);
  });

  it('passes on the error of a broken script', async () => {
    const device = await play(() => {
      throw new Error('broken script');
    });
    await expect(device.run()).rejects.toThrow('broken script');
  });
});
