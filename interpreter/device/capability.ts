/** Abilities that only some devices have: asked for by name, answered by an object or by nothing. */

import type { Event } from '#common/lifecycle/emitter.ts';
import type { Nanoseconds } from '#common/time/duration.ts';
import type { TraceBatch } from './trace.ts';

/** A typed name. The phantom type ties the name to the interface it answers with. */
export interface Capability<T> {
  readonly name: string;
  readonly answer?: T;
}

export type ControlValue = number | boolean | string;

/** Part id (or `world`) to control name to value. */
export type ControlValues = Readonly<Record<string, Readonly<Record<string, number | boolean>>>>;

/** One change of a control at a planned instant. */
export interface TimedStimulus {
  readonly at: Nanoseconds;
  /** Part id in the diagram, or `world`. */
  readonly part: string;
  readonly control: string;
  readonly value: ControlValue;
}

/** Sets the controls that parts and worlds declare. */
export interface Stimulus {
  /** Changes a control now. Rejects with `unknown-control`. Values outside the declared range are clamped. */
  set(part: string, control: string, value: ControlValue): Promise<void>;
  /** Plans changes for the next run, in virtual time. Replaces an earlier plan. */
  plan(steps: readonly TimedStimulus[]): void;
}
export const STIMULUS: Capability<Stimulus> = { name: 'stimulus' };

/** Everything observable, as timestamped batches. Nobody polls. */
export interface Probe {
  readonly onTrace: Event<TraceBatch>;
}
export const PROBE: Capability<Probe> = { name: 'probe' };

/** Wall seconds to virtual seconds, 0.1 to 100, or as fast as the machine can. */
export type Speed = number | 'max';

export interface VirtualTime {
  readonly now: Nanoseconds;
  readonly speed: Speed;
  setSpeed(speed: Speed): void;
  pause(): void;
  resume(): void;
  /** Virtual instant at which the next run ends by itself with `time-limit`; undefined means no limit. */
  limit: Nanoseconds | undefined;
  /** Seed of everything random in the next run. */
  seed: number;
}
export const VIRTUAL_TIME: Capability<VirtualTime> = { name: 'virtual-time' };

export interface SourcePlace {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** Pauses a run at chosen lines, before their statements. `VirtualTime.resume` goes on. */
export interface Debugger {
  /**
   * Replaces the breakpoints of a file, 1-based lines, for the present run and those that follow. A line without a statement
   * stands for the next one that has one. A simulated board pauses in main.py only.
   */
  setBreakpoints(file: string, lines: readonly number[]): void;
  /** Where the run stands while the status is `paused`; undefined where that is not known. */
  readonly pausedAt: SourcePlace | undefined;
}
export const DEBUGGER: Capability<Debugger> = { name: 'debugger' };
