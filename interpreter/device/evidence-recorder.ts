/** Writes down what a device tells during one run and makes it Evidence. Knows no kind of device: it asks for abilities. */

import { type Disposable, DisposableStore } from '#common/lifecycle/disposable.ts';
import type { Nanoseconds } from '#common/time/duration.ts';
import { PROBE, type TimedStimulus } from './capability.ts';
import type { Device, OutputChunk, ProgramFiles, RunResult } from './device.ts';
import type { Evidence, Observable } from './evidence.ts';
import type { Notice, PartSnapshot, PinEdge, PwmChange, WorldSample } from './trace.ts';

export interface RecordEvidenceOptions {
  readonly source: ProgramFiles;
  /** What is done to the controls during the run. Default: nothing. */
  readonly stimuli?: readonly TimedStimulus[];
  /** Entries kept of each kind. Default: EVIDENCE_CAP. */
  readonly cap?: number;
}

export interface EvidenceRecorder extends Disposable {
  /** Stops recording and gives what was recorded. Call it once, with what `run` resolved to. */
  finish(result: RunResult): Evidence;
}

/**
 * Of each kind of fact the newest so many are kept: more than a day of a busy greenhouse, and little enough for a small
 * computer. A piece of output counts once more for every 100 characters.
 */
export const EVIDENCE_CAP = 250_000;

/** Begins to record. Call it before `device.run()`. */
export function recordEvidence(device: Device, options: RecordEvidenceOptions): EvidenceRecorder {
  const { source, stimuli = [], cap = EVIDENCE_CAP } = options;
  const output = new RecentList<OutputChunk>(
    'pieces of output',
    cap,
    ({ text }) => 1 + Math.floor(text.length / 100),
  );
  const edges = new RecentList<PinEdge>('pin edges', cap);
  const pwm = new RecentList<PwmChange>('PWM changes', cap);
  const parts = new RecentList<PartSnapshot>('part snapshots', cap);
  const world = new RecentList<WorldSample>('world samples', cap);
  const notices = new RecentList<Notice>('notices', cap);
  const lists = [output, edges, pwm, parts, world, notices];

  const subscriptions = new DisposableStore();
  const probe = device.capability(PROBE);
  subscriptions.add(device.onOutput((chunk) => output.add(chunk)));
  if (probe) {
    subscriptions.add(
      probe.onTrace((batch) => {
        for (const edge of batch.edges) edges.add(edge);
        for (const change of batch.pwm) pwm.add(change);
        for (const snapshot of batch.parts) parts.add(snapshot);
        for (const sample of batch.world) world.add(sample);
        for (const notice of batch.notices) notices.add(notice);
      }),
    );
  }

  return {
    dispose: () => subscriptions.dispose(),
    finish(result) {
      subscriptions.dispose();
      const forgotten = lists.flatMap((list) => list.forgottenNotice() ?? []);
      return Object.freeze<Evidence>({
        source: Object.freeze({ ...source }),
        result,
        until: result.at,
        output: output.toArray(),
        edges: edges.toArray(),
        pwm: pwm.toArray(),
        parts: parts.toArray(),
        world: world.toArray(),
        notices: Object.freeze([...forgotten, ...notices.toArray()]),
        stimuli: Object.freeze([...stimuli]),
        unobserved: new Set<Observable>(probe ? [] : ['pins', 'parts', 'world']),
      });
    },
  };
}

/** Keeps the newest entries whose weights sum up to `cap` at most; holds half as many again meanwhile. */
class RecentList<T extends { readonly at: Nanoseconds }> {
  readonly #what: string;
  readonly #cap: number;
  readonly #weigh: (item: T) => number;
  #items: T[] = [];
  #weight = 0;
  #forgotten = 0;
  /** Instant of the newest entry that was dropped. */
  #forgottenUntil: Nanoseconds = 0;

  constructor(what: string, cap: number, weigh: (item: T) => number = () => 1) {
    this.#what = what;
    this.#cap = cap;
    this.#weigh = weigh;
  }

  add(item: T): void {
    this.#items.push(item);
    this.#weight += this.#weigh(item);
    if (this.#weight >= this.#cap * 1.5) this.#trim();
  }

  toArray(): readonly T[] {
    this.#trim();
    return Object.freeze([...this.#items]);
  }

  /** What to tell where entries were dropped. */
  forgottenNotice(): Notice | undefined {
    this.#trim();
    if (this.#forgotten === 0) return undefined;
    return {
      at: this.#forgottenUntil,
      code: 'evidence-trimmed',
      message: `Only the newest ${this.#items.length} ${this.#what} were kept; ${this.#forgotten} older ones were forgotten.`,
    };
  }

  #trim(): void {
    let excess = 0;
    for (const item of this.#items) {
      if (this.#weight <= this.#cap) break;
      this.#weight -= this.#weigh(item);
      excess++;
    }
    if (excess === 0) return;
    const dropped = this.#items.splice(0, excess);
    this.#forgotten += excess;
    this.#forgottenUntil = dropped.at(-1)?.at ?? 0;
  }
}
