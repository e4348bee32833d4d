/**
 * What the bench shows: latest part states, pin levels, PWM, world values and control settings.
 * Batches may come thousands of times a second; what views see changes at most once a frame.
 * Knows no device and no diagram.
 */

import type { ControlValue } from '#interpreter/device/capability.ts';
import type { PartState, PinLevel, PwmChange, TraceBatch } from '#interpreter/device/trace.ts';
import { WORLD_ID } from '#interpreter/diagram/diagram.ts';

/** Runs the callback at the next frame and returns a way to cancel it. */
export type FrameScheduler = (callback: () => void) => () => void;

/** The browser's own frames. */
export function animationFrames(callback: () => void): () => void {
  const handle = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(handle);
}

/** One setting of a control, as a person left it. */
export interface ControlSetting {
  /** Part id in the diagram, or `world`. */
  readonly part: string;
  readonly control: string;
  readonly value: ControlValue;
}

type ControlValues = Readonly<Record<string, ControlValue>>;

const NO_CONTROLS: ControlValues = {};

export class BenchState {
  /** Part id to its latest snapshot. Empty before the first run. */
  parts = $state.raw<ReadonlyMap<string, PartState>>(new Map());
  /** Canonical board pin to its latest level. */
  levels = $state.raw<ReadonlyMap<string, PinLevel>>(new Map());
  /** Canonical board pin to its PWM signal, only while one runs. */
  pwm = $state.raw<ReadonlyMap<string, PwmChange>>(new Map());
  /** World variable to value, in its declared unit. Empty before the first sample. */
  world = $state.raw<Readonly<Record<string, number>>>({});
  /** Part id (or `world`) to the values a person has set since `clearControls`. */
  controls = $state.raw<ReadonlyMap<string, ControlValues>>(new Map());

  readonly #schedule: FrameScheduler;
  readonly #parts = new Map<string, PartState>();
  readonly #levels = new Map<string, PinLevel>();
  readonly #pwm = new Map<string, PwmChange>();
  #world: Readonly<Record<string, number>> = {};
  #cancel: (() => void) | undefined;
  #dirty = { parts: false, levels: false, pwm: false, world: false };

  constructor(schedule: FrameScheduler = animationFrames) {
    this.#schedule = schedule;
  }

  /** Takes a batch in; views see it at the next frame. */
  apply(batch: TraceBatch): void {
    for (const edge of batch.edges) this.#levels.set(edge.pin, edge.level);
    for (const change of batch.pwm) this.#applyPwm(change);
    for (const snapshot of batch.parts) this.#parts.set(snapshot.part, snapshot.state);
    const sample = batch.world.at(-1);
    if (sample) this.#world = sample.values;

    const dirty = this.#dirty;
    dirty.levels ||= batch.edges.length > 0;
    dirty.pwm ||= batch.pwm.length > 0;
    dirty.parts ||= batch.parts.length > 0;
    dirty.world ||= sample !== undefined;
    if (this.#cancel === undefined && Object.values(dirty).includes(true)) {
      this.#cancel = this.#schedule(() => this.#flush());
    }
  }

  /** Forgets what a run told. Control settings stay: they are how the learner left the knobs. */
  reset(): void {
    this.#cancel?.();
    this.#parts.clear();
    this.#levels.clear();
    this.#pwm.clear();
    this.#world = {};
    this.#dirty = { parts: true, levels: true, pwm: true, world: true };
    this.#flush();
  }

  /** Remembers where a person left a control. */
  setControl(part: string, control: string, value: ControlValue): void {
    const controls = new Map(this.controls);
    controls.set(part, { ...controls.get(part), [control]: value });
    this.controls = controls;
    // The picture answers at once; the next sample tells what the world made of it.
    if (part === WORLD_ID && typeof value === 'number')
      this.world = this.#world = { ...this.#world, [control]: value };
  }

  /** What a person has set on one part (or `world`). Controls that were never touched are absent. */
  controlsOf(part: string): ControlValues {
    return this.controls.get(part) ?? NO_CONTROLS;
  }

  /** Every control a person has touched, to be applied at the start of the next run. */
  controlSettings(): ControlSetting[] {
    return [...this.controls].flatMap(([part, values]) =>
      Object.entries(values).map(([control, value]) => ({ part, control, value })),
    );
  }

  /** For a new diagram: every control goes back to its default. */
  clearControls(): void {
    this.controls = new Map();
  }

  #applyPwm(change: PwmChange): void {
    if (change.frequency > 0) this.#pwm.set(change.pin, change);
    else this.#pwm.delete(change.pin);
  }

  #flush(): void {
    this.#cancel = undefined;
    const dirty = this.#dirty;
    this.#dirty = { parts: false, levels: false, pwm: false, world: false };
    if (dirty.parts) this.parts = new Map(this.#parts);
    if (dirty.levels) this.levels = new Map(this.#levels);
    if (dirty.pwm) this.pwm = new Map(this.#pwm);
    if (dirty.world) this.world = this.#world;
  }
}
