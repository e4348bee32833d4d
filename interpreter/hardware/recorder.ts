/**
 * Tells the trace about parts and world: one snapshot for each instant at which something changed, and none that repeats the last.
 * A flush is an alarm at the present instant, so it runs before time moves on, whoever moves it.
 */

import type { Alarm, Clock } from '../clock/clock.ts';
import type { PartState } from '../device/trace.ts';
import type { WorldDefinition } from '../diagram/catalog.ts';
import type { TraceSink } from './trace-sink.ts';
import type { World } from './world-model.ts';

interface Recorded {
  readonly snapshot: () => PartState;
  last: PartState | undefined;
}

export class Recorder {
  readonly #clock: Clock;
  readonly #sink: TraceSink;
  readonly #parts = new Map<string, Recorded>();
  readonly #dirty = new Set<string>();
  readonly #alarm: Alarm;
  #world: { readonly world: World; readonly definition: WorldDefinition } | undefined;
  /** Values of the last sample, in the order of the definition's variables. */
  #sample: Float64Array | undefined;
  #worldDirty = false;
  #planned = false;

  constructor(clock: Clock, sink: TraceSink) {
    this.#clock = clock;
    this.#sink = sink;
    this.#alarm = clock.createAlarm(() => this.flush());
  }

  addPart(id: string, snapshot: () => PartState): void {
    this.#parts.set(id, { snapshot, last: undefined });
  }

  setWorld(world: World, definition: WorldDefinition): void {
    this.#world = { world, definition };
  }

  partChanged(id: string): void {
    this.#dirty.add(id);
    this.#plan();
  }

  worldChanged(): void {
    if (this.#worldDirty || !this.#hasMoved()) return;
    this.#worldDirty = true;
    this.#plan();
  }

  /** Tells what changed at this instant and was not told yet. */
  flush(): void {
    if (!this.#planned) return;
    this.#planned = false;
    this.#alarm.cancel();
    const at = this.#clock.now();
    for (const id of this.#dirty) {
      const part = this.#parts.get(id);
      if (!part) continue;
      const state = part.snapshot();
      if (part.last && isSame(part.last, state)) continue;
      part.last = state;
      this.#sink.part({ at, part: id, state });
    }
    this.#dirty.clear();
    if (this.#worldDirty) this.#tellWorld();
  }

  /** Tells everything, as the trace's starting point. */
  tellAll(): void {
    for (const [id, part] of this.#parts) {
      part.last = undefined;
      this.#dirty.add(id);
    }
    this.#worldDirty = this.#world !== undefined;
    this.#planned = true;
    this.flush();
  }

  dispose(): void {
    this.#alarm.cancel();
    this.#parts.clear();
  }

  #plan(): void {
    if (this.#planned) return;
    this.#planned = true;
    this.#alarm.schedule(this.#clock.now());
  }

  #hasMoved(): boolean {
    const sample = this.#sample;
    if (!this.#world || !sample) return false;
    const { world, definition } = this.#world;
    let index = 0;
    for (const { name, resolution } of definition.variables) {
      const moved = Math.abs((world.read(name) ?? 0) - (sample[index++] ?? 0));
      // Half a thousandth of slack: a sum of decimal fractions may miss the full step by a rounding error.
      if (moved >= resolution * 0.9995) return true;
    }
    return false;
  }

  #tellWorld(): void {
    this.#worldDirty = false;
    if (!this.#world) return;
    const { world, definition } = this.#world;
    const sample = (this.#sample ??= new Float64Array(definition.variables.length));
    let index = 0;
    for (const { name } of definition.variables) sample[index++] = world.read(name) ?? 0;
    this.#sink.world({ at: this.#clock.now(), values: world.values() });
  }
}

function isSame(a: PartState, b: PartState): boolean {
  for (const name in b) if (a[name] !== b[name]) return false;
  return true;
}
