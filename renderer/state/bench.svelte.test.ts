import { describe, expect, it } from 'vitest';
import type { TraceBatch } from '#interpreter/device/trace.ts';
import { BenchState } from './bench.svelte.ts';

/** Frames that pass when the test says so. */
class Frames {
  readonly #waiting = new Set<() => void>();
  scheduled = 0;

  readonly schedule = (callback: () => void): (() => void) => {
    this.scheduled += 1;
    this.#waiting.add(callback);
    return () => this.#waiting.delete(callback);
  };

  pass(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const callback of waiting) callback();
  }
}

function batch(part: Partial<TraceBatch>): TraceBatch {
  return { until: 0, edges: [], pwm: [], parts: [], world: [], notices: [], ...part };
}

describe('BenchState', () => {
  it('asks for one frame however many batches come, and shows the latest of each', () => {
    const frames = new Frames();
    const bench = new BenchState(frames.schedule);
    for (let at = 0; at < 5000; at += 1) {
      bench.apply(batch({ edges: [{ at, pin: 'GPIO2', level: at % 2 === 0 ? 1 : 0 }] }));
    }
    bench.apply(batch({ parts: [{ at: 1, part: 'led', state: { on: true } }] }));
    expect(frames.scheduled).toBe(1);
    expect(bench.levels.size).toBe(0);
    frames.pass();
    expect(bench.levels.get('GPIO2')).toBe(0);
    expect(bench.parts.get('led')).toEqual({ on: true });
  });

  it('leaves alone what no batch told about, so that views of it need not look', () => {
    const frames = new Frames();
    const bench = new BenchState(frames.schedule);
    bench.apply(batch({ parts: [{ at: 0, part: 'led', state: { on: true } }] }));
    frames.pass();
    const { parts, levels } = bench;
    const led = parts.get('led');
    bench.apply(batch({ parts: [{ at: 1, part: 'pump', state: { on: true } }] }));
    frames.pass();
    expect(bench.levels).toBe(levels);
    expect(bench.parts).not.toBe(parts);
    expect(bench.parts.get('led')).toBe(led);
  });

  it('asks for no frame when nothing that it shows has changed', () => {
    const frames = new Frames();
    new BenchState(frames.schedule).apply(batch({ notices: [{ at: 0, code: 'x', message: 'x' }] }));
    expect(frames.scheduled).toBe(0);
  });

  it('forgets a PWM signal that ended', () => {
    const frames = new Frames();
    const bench = new BenchState(frames.schedule);
    bench.apply(batch({ pwm: [{ at: 0, pin: 'GPIO4', frequency: 1000, duty: 0.5 }] }));
    frames.pass();
    expect(bench.pwm.get('GPIO4')?.duty).toBe(0.5);
    bench.apply(batch({ pwm: [{ at: 1, pin: 'GPIO4', frequency: 0, duty: 0 }] }));
    frames.pass();
    expect(bench.pwm.size).toBe(0);
  });

  it('resets at once, drops the frame that waits, and keeps what a person has set', () => {
    const frames = new Frames();
    const bench = new BenchState(frames.schedule);
    bench.setControl('pot', 'position', 40);
    bench.apply(batch({ edges: [{ at: 0, pin: 'GPIO2', level: 1 }] }));
    bench.reset();
    frames.pass();
    expect(bench.levels.size).toBe(0);
    expect(bench.controlSettings()).toEqual([{ part: 'pot', control: 'position', value: 40 }]);
    bench.clearControls();
    expect(bench.controlSettings()).toEqual([]);
  });

  it('shows a change of the world at once, until the next sample tells what came of it', () => {
    const frames = new Frames();
    const bench = new BenchState(frames.schedule);
    bench.setControl('world', 'airTemperature', 35);
    expect(bench.world['airTemperature']).toBe(35);
    bench.apply(batch({ world: [{ at: 0, values: { airTemperature: 34.2 } }] }));
    frames.pass();
    expect(bench.world).toEqual({ airTemperature: 34.2 });
  });
});
