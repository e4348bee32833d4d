/** `blinks`: a state or pin goes on and off with a period and a duty. Whole cycles are judged, whatever the phase. */

import { MILLISECOND, type Nanoseconds, SECOND } from '#common/time/duration.ts';
import type { Evidence } from '#interpreter/device/evidence.ts';
import { type Signal, type Timeline, showValue } from '../signal.ts';
import { sayTime, sayTimes } from '../words.ts';
import { type CheckKind, type Finding, readSignal } from './check-kind.ts';

const DEFAULT_TOLERANCE = 0.05;
/** A period is never judged finer than this: a line of Python takes time. */
const FINEST = MILLISECOND;
const DEFAULT_CYCLES = 3;

interface Cycle {
  readonly start: Nanoseconds;
  readonly period: Nanoseconds;
  readonly duty: number;
}

interface Wanted {
  readonly period: Nanoseconds;
  readonly duty: number | undefined;
  /** Share of the period; for the duty, of the whole. */
  readonly tolerance: number;
  readonly cycles: number;
}

export const BLINKS: CheckKind = {
  name: 'blinks',
  judges: 'behavior',
  needsMessage: true,
  read(fields, bench) {
    const signal = readSignal(fields, 'on', bench);
    const period = fields.requiredDuration('period');
    const duty = fields.number('duty');
    const tolerance = fields.number('tolerance') ?? DEFAULT_TOLERANCE;
    const cycles = fields.number('cycles') ?? DEFAULT_CYCLES;
    const settle = fields.duration('settle') ?? 0;
    if (!signal || period === undefined) return undefined;
    const wanted: Wanted = { period, duty, tolerance, cycles };
    return {
      needs: [signal.needs],
      judge: (evidence) => judgeCycles(cyclesOf(signal, evidence, settle), wanted, signal, evidence),
    };
  },
};

/** Whole cycles from one rising edge to the next, after `settle`. A PWM signal gives the cycles that it announces. */
function cyclesOf(signal: Signal, evidence: Evidence, settle: Nanoseconds): readonly Cycle[] {
  const edges = signal.read(evidence).filter((point) => point.at >= settle);
  const rises = edges.filter((point) => isOn(point.value));
  const cycles = rises.slice(0, -1).map((rise, index) => {
    const next = rises[index + 1]?.at ?? rise.at;
    const fall = edges.find((point) => point.at > rise.at && !isOn(point.value))?.at ?? next;
    const period = next - rise.at;
    return { start: rise.at, period, duty: (fall - rise.at) / period };
  });
  return cycles.length > 0 ? cycles : pwmCycles(signal, evidence);
}

function pwmCycles(signal: Signal, evidence: Evidence): readonly Cycle[] {
  const pin = signal.needs === 'pins' ? signal.label.replace(/^pin /, '') : undefined;
  const change = evidence.pwm.filter((candidate) => candidate.pin === pin).at(-1);
  if (!change || change.frequency === 0) return [];
  const period = Math.round(SECOND / change.frequency);
  const count = Math.floor((evidence.until - change.at) / period);
  return Array.from({ length: Math.min(count, 100) }, (_, index) => ({
    start: change.at + index * period,
    period,
    duty: change.duty,
  }));
}

function isOn(value: Timeline[number]['value']): boolean {
  return value === true || (typeof value === 'number' && value > 0);
}

function judgeCycles(cycles: readonly Cycle[], wanted: Wanted, signal: Signal, evidence: Evidence): Finding {
  const duty = wanted.duty === undefined ? '' : `, ${percent(wanted.duty)} of it on`;
  const words = `${signal.label} on and off every ${sayTime(wanted.period)}${duty}`;
  const pointer = { at: evidence.until, subject: signal.text };
  if (cycles.length === 0) {
    const last = showValue(signal, signal.read(evidence).at(-1)?.value);
    return {
      kind: 'failed',
      measured: `${signal.label} did not blink, it stayed ${last}`,
      wanted: words,
      pointer,
    };
  }
  const slack = Math.max(wanted.period * wanted.tolerance, FINEST);
  const bad = cycles.find(
    (cycle) =>
      Math.abs(cycle.period - wanted.period) > slack ||
      (wanted.duty !== undefined &&
        Math.abs(cycle.duty - wanted.duty) > Math.max(wanted.tolerance, FINEST / wanted.period)),
  );
  const shown = bad ?? cycles[0];
  const measured = `${signal.label} went on and off every ${sayTime(shown?.period ?? 0)}, ${percent(shown?.duty ?? 0)} of it on`;
  if (bad)
    return { kind: 'failed', measured, wanted: words, pointer: { at: bad.start, subject: signal.text } };
  if (cycles.length >= wanted.cycles) return { kind: 'passed', measured };
  return {
    kind: 'failed',
    measured: `${signal.label} blinked ${sayTimes(cycles.length)} and stopped`,
    wanted: `${words}, on and on`,
    pointer,
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
