/** Gathers what happens in a run into batches for the host. Batch borders follow wall time and mean nothing; the contents are exact. */

import type { OutputChunk } from '../device/device.ts';
import type { Notice, PartSnapshot, PinEdge, PwmChange, WorldSample } from '../device/trace.ts';
import type { TraceSink } from '../hardware/trace-sink.ts';
import type { Batch } from './protocol.ts';
import type { WorkerControl } from './shared-control.ts';

/** Wall time between batches while there is something to tell: one frame of a screen. */
const FRAME_MS = 16;
/** A batch this long leaves at once. */
const FULL = 4096;
/** Batches that may be under way before the worker waits for the host. */
const UNDER_WAY = 8;

interface Gathered {
  output: OutputChunk[];
  edges: PinEdge[];
  pwm: PwmChange[];
  parts: PartSnapshot[];
  world: WorldSample[];
  notices: Notice[];
}

export interface ReporterOptions {
  readonly control: WorkerControl;
  /** Virtual time, ns. */
  readonly now: () => number;
  /** Running line of main.py, 1-based; 0 or less for none. */
  readonly line: () => number;
  /** Wall time, ms. */
  readonly wall: () => number;
  readonly send: (batch: Batch) => void;
  /** Called while the host is behind; throws to end the run. */
  readonly onBlocked: () => void;
}

export class Reporter implements TraceSink {
  readonly #options: ReporterOptions;
  #gathered = nothing();
  #size = 0;
  #sent = 0;
  #lastSent = 0;

  constructor(options: ReporterOptions) {
    this.#options = options;
  }

  print(text: string, stream: OutputChunk['stream']): void {
    if (text === '') return;
    const { output } = this.#gathered;
    const at = this.#options.now();
    const last = output.at(-1);
    if (last?.at === at && last.stream === stream)
      output[output.length - 1] = { at, stream, text: last.text + text };
    else output.push({ at, stream, text });
    this.#count();
    // Who knows how long the program computes before it is heard of again.
    if (text.endsWith('\n')) this.flushIfDue();
  }

  edge(edge: PinEdge): void {
    this.#gathered.edges.push(edge);
    this.#count();
  }

  pwm(change: PwmChange): void {
    this.#gathered.pwm.push(change);
    this.#count();
  }

  part(snapshot: PartSnapshot): void {
    this.#gathered.parts.push(snapshot);
    this.#count();
  }

  world(sample: WorldSample): void {
    this.#gathered.world.push(sample);
    this.#count();
  }

  notice(code: string, message: string): void {
    const line = this.#options.line();
    this.#gathered.notices.push({ at: this.#options.now(), code, message, ...(line > 0 && { line }) });
    this.#count();
  }

  /** Sends what there is, if the last batch is a frame old. */
  flushIfDue(): void {
    if (this.#size > 0 && this.#options.wall() - this.#lastSent >= FRAME_MS) this.flush();
  }

  flush(): void {
    const { now, line, wall, send, control } = this.#options;
    control.tell(now(), line());
    if (this.#size === 0 && !control.hasBacklog) return;
    const { output, ...trace } = this.#gathered;
    this.#gathered = nothing();
    this.#size = 0;
    this.#sent += 1;
    this.#lastSent = wall();
    const running = line();
    send({
      number: this.#sent,
      output,
      trace: { until: now(), ...(running > 0 && { line: running }), ...trace },
    });
    for (let taken = control.acknowledged; this.#sent - taken > UNDER_WAY; taken = control.acknowledged) {
      this.#options.onBlocked();
      control.waitForMoreThan(taken, FRAME_MS);
    }
  }

  #count(): void {
    this.#size += 1;
    if (this.#size >= FULL) this.flush();
  }
}

function nothing(): Gathered {
  return { output: [], edges: [], pwm: [], parts: [], world: [], notices: [] };
}
