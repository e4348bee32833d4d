/** Hand-made evidence for tests of checks. */

import { MINUTE, type Nanoseconds } from '#common/time/duration.ts';
import type { Traceback } from '#interpreter/device/device.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import type { PinLevel } from '#interpreter/device/trace.ts';

/** Instants in minutes, each with a value. */
export interface EvidenceSketch {
  readonly heat?: readonly (readonly [number, number])[];
  readonly pump?: readonly (readonly [number, boolean])[];
  /** Levels of GPIO12. */
  readonly pin?: readonly (readonly [number, PinLevel])[];
  readonly printed?: readonly (readonly [number, string])[];
  /** Minutes; default 120. */
  readonly until?: number;
  readonly end?: Evidence['result']['end'];
  readonly traceback?: Traceback;
  readonly unobserved?: Evidence['unobserved'];
  readonly source?: string;
}

export function evidenceOf(sketch: EvidenceSketch): Evidence {
  const until: Nanoseconds = (sketch.until ?? 120) * MINUTE;
  const { traceback } = sketch;
  return {
    source: { 'main.py': sketch.source ?? '' },
    result: traceback
      ? { end: 'raised', at: until, traceback }
      : { end: sketch.end ?? 'time-limit', at: until },
    until,
    output: (sketch.printed ?? []).map(([at, text]) => ({ at: at * MINUTE, stream: 'stdout', text })),
    edges: (sketch.pin ?? []).map(([at, level]) => ({ at: at * MINUTE, pin: 'GPIO12', level })),
    pwm: [],
    parts: (sketch.pump ?? []).map(([at, on]) => ({ at: at * MINUTE, part: 'pump', state: { on } })),
    world: (sketch.heat ?? []).map(([at, heat]) => ({ at: at * MINUTE, values: { heat } })),
    notices: [],
    stimuli: [],
    unobserved: sketch.unobserved ?? new Set(),
  };
}

export function tracebackOf(type: string, message: string, line = 3): Traceback {
  const text = `Traceback (most recent call last):\n  File "main.py", line ${line}, in <module>\n${type}: ${message}\n`;
  return { at: MINUTE, type, message, frames: [{ file: 'main.py', line }], text };
}
