/** A signal is one thing that a check watches: a part's state, a world variable or a board pin, as it went over a run. */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { Evidence, Observable } from '#interpreter/device/evidence.ts';
import { type Bench, type Trouble, isTrouble } from './bench.ts';

export type SignalValue = number | boolean | string;

export interface Signal {
  /** As the author wrote it: `pump.on`, `world.airTemperature`, `pump:IN`. */
  readonly text: string;
  /** As a learner would call it. */
  readonly label: string;
  readonly unit?: string;
  readonly needs: Observable;
  readonly read: (evidence: Evidence) => Timeline;
}

/** Values in order of time; each holds until the next. Empty where the signal was never seen. */
export type Timeline = readonly { readonly at: Nanoseconds; readonly value: SignalValue }[];

const FORM = 'Write `part.state`, `world.variable`, `part:PIN` or `board:PIN`.';

/** Reads `pump.on`, `world.airTemperature`, `pump:IN` or `board:GPIO12`. */
export function parseSignal(text: string, bench: Bench): Signal | Trouble {
  const match = /^([\w-]+)([.:])([\w.-]+)$/.exec(text);
  if (!match) return { trouble: `\`${text}\` names nothing that can be watched.`, fix: FORM };
  const [, owner = '', mark, name = ''] = match;
  if (mark === ':') return pinSignal(text, bench.pin(owner, name));
  if (owner === 'world') return worldSignal(text, bench.worldVariable(name));
  const named = bench.state(owner, name);
  if (isTrouble(named)) return named;
  const read = (evidence: Evidence): Timeline =>
    compact(
      evidence.parts
        .filter((snapshot) => snapshot.part === owner && snapshot.state[name] !== undefined)
        .map((snapshot) => ({ at: snapshot.at, value: snapshot.state[name] ?? false })),
    );
  return { text, label: named.label, ...(named.unit && { unit: named.unit }), needs: 'parts', read };
}

function worldSignal(text: string, named: ReturnType<Bench['worldVariable']>): Signal | Trouble {
  if (isTrouble(named)) return named;
  const read = (evidence: Evidence): Timeline =>
    compact(
      evidence.world
        .filter((sample) => sample.values[named.name] !== undefined)
        .map((sample) => ({ at: sample.at, value: sample.values[named.name] ?? 0 })),
    );
  return { text, label: named.label, ...(named.unit && { unit: named.unit }), needs: 'world', read };
}

function pinSignal(text: string, named: ReturnType<Bench['pin']>): Signal | Trouble {
  if (isTrouble(named)) return named;
  const read = (evidence: Evidence): Timeline =>
    compact(
      evidence.edges
        .filter((edge) => edge.pin === named.name)
        .map((edge) => ({ at: edge.at, value: edge.level })),
    );
  return { text, label: named.label, needs: 'pins', read };
}

/** Drops repeats; of several values at one instant the last one counts. */
function compact(points: Timeline): Timeline {
  const result: { at: Nanoseconds; value: SignalValue }[] = [];
  for (const point of points) {
    if (result.at(-1)?.at === point.at) result.pop();
    if (result.at(-1)?.value !== point.value) result.push(point);
  }
  return result;
}

/** The value that held at `at`; undefined before the first. */
export function valueAt(timeline: Timeline, at: Nanoseconds): SignalValue | undefined {
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeline[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return timeline[low - 1]?.value;
}

/** Renders a value for a learner: `on`, `high`, `31.2 °C`. */
export function showValue(signal: Signal, value: SignalValue | undefined): string {
  if (value === undefined) return 'never set';
  if (signal.needs === 'pins') return value === 1 ? 'high' : value === 0 ? 'low' : 'floating';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return `${Number(value.toFixed(2))}${signal.unit ? ` ${signal.unit}` : ''}`;
  return value;
}
