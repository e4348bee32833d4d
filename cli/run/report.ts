/** Collects how a run ended and what was last seen, as the one JSON object of `pinlab run --json` (docs/cli.md). */

import type { Nanoseconds } from '#common/time/duration.ts';
import type { TimedStimulus } from '#interpreter/device/capability.ts';
import type { OutputChunk, RunEnd, RunResult, Traceback } from '#interpreter/device/device.ts';
import type { Notice, PartState, PinLevel, TraceBatch } from '#interpreter/device/trace.ts';

/** Raised by one when a field changes its meaning or goes; new fields may come without. */
export const REPORT_VERSION = 1;

export interface PinReport {
  /** Undefined while PWM drives the pin. */
  readonly level?: PinLevel;
  /** Present while PWM drives the pin. */
  readonly pwm?: { readonly frequency: number; readonly duty: number };
}

export interface RunReport {
  readonly version: typeof REPORT_VERSION;
  readonly end: RunEnd;
  /** Virtual time at the end, ns. */
  readonly at: Nanoseconds;
  /** Exit code of the command. */
  readonly exit: number;
  readonly board: string;
  readonly seed: number;
  /** Names of the files that were loaded. */
  readonly files: readonly string[];
  readonly stimuli: readonly TimedStimulus[];
  /** Everything the program wrote to standard output. */
  readonly output: string;
  /** Everything written to standard error, tracebacks included. */
  readonly errors: string;
  readonly traceback: Traceback | null;
  /** What went wrong in Pinlab itself; null in all but a fault. */
  readonly fault: { readonly code: string; readonly message: string } | null;
  readonly notices: readonly Notice[];
  /** Pins that were ever told of, as last told. */
  readonly pins: Readonly<Record<string, PinReport>>;
  readonly parts: Readonly<Record<string, PartState>>;
  readonly world: Readonly<Record<string, number>>;
}

export interface RunFacts {
  readonly board: string;
  readonly seed: number;
  readonly files: readonly string[];
  readonly stimuli: readonly TimedStimulus[];
}

export class ReportCollector {
  readonly #facts: RunFacts;
  readonly #output: string[] = [];
  readonly #errors: string[] = [];
  readonly #notices: Notice[] = [];
  readonly #pins = new Map<string, PinReport>();
  readonly #parts = new Map<string, PartState>();
  #world: Readonly<Record<string, number>> = {};

  constructor(facts: RunFacts) {
    this.#facts = facts;
  }

  addOutput({ stream, text }: OutputChunk): void {
    (stream === 'stdout' ? this.#output : this.#errors).push(text);
  }

  addTrace(batch: TraceBatch): void {
    this.#addPins(batch);
    for (const { part, state } of batch.parts) this.#parts.set(part, state);
    for (const { values } of batch.world) this.#world = { ...this.#world, ...values };
    this.#notices.push(...batch.notices);
  }

  finish(result: RunResult, exit: number): RunReport {
    const { error, traceback } = result;
    return {
      version: REPORT_VERSION,
      end: result.end,
      at: result.at,
      exit,
      ...this.#facts,
      output: this.#output.join(''),
      errors: this.#errors.join(''),
      traceback: traceback ?? null,
      fault: error ? { code: error.code, message: error.message } : null,
      notices: this.#notices,
      pins: Object.fromEntries(this.#pins),
      parts: Object.fromEntries(this.#parts),
      world: this.#world,
    };
  }

  /** Edges and PWM changes in the order of time; at one instant the PWM change is the later word. */
  #addPins({ edges, pwm }: TraceBatch): void {
    const changes = [
      ...edges.map(({ at, pin, level }) => ({ at, pin, report: { level } as PinReport })),
      ...pwm
        .filter(({ frequency }) => frequency > 0)
        .map(({ at, pin, frequency, duty }) => ({
          at,
          pin,
          report: { pwm: { frequency, duty } } as PinReport,
        })),
    ];
    changes.sort((a, b) => a.at - b.at);
    for (const { pin, report } of changes) this.#pins.set(pin, report);
  }
}
