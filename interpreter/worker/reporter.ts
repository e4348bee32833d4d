/** Gathers what happens in a run into batches for the host. Batch borders follow wall time and mean nothing; the contents are exact. */

import type { OutputChunk } from '../device/device.ts';
import type { Notice, PartSnapshot, PinEdge, PwmChange, WorldSample } from '../device/trace.ts';
import type { TraceSink } from '../hardware/trace-sink.ts';
import type { Batch, FileChange } from './protocol.ts';
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
  serial: Uint8Array[];
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
  /** A board's changes to its file system since the last call. */
  readonly takeFiles?: () => readonly FileChange[];
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

  /** Bytes on a board's serial line. They may stay the caller's own. */
  serial(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#gathered.serial.push(bytes.slice());
    this.#count();
  }

  /** There is something to tell that the gatherer asks for when it is sent. */
  touch(): void {
    this.#count();
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
    const { now, line, wall, send, control, takeFiles } = this.#options;
    control.tell(now(), line());
    if (this.#size === 0 && !control.hasBacklog) return;
    const { output, serial, ...trace } = this.#gathered;
    const files = takeFiles?.() ?? [];
    this.#gathered = nothing();
    this.#size = 0;
    this.#sent += 1;
    this.#lastSent = wall();
    const running = line();
    send({
      number: this.#sent,
      output,
      trace: { until: now(), ...(running > 0 && { line: running }), ...trace },
      ...(files.length > 0 && { files }),
      ...(serial.length > 0 && { serial: joined(serial) }),
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
  return { output: [], edges: [], pwm: [], parts: [], world: [], notices: [], serial: [] };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
