/** One run of a MemoryDevice, as its script sees it: printing, waiting, reading. Virtual time moves only by `advance`. */

import { createRandom, type Random } from '#common/random/random.ts';
import type { Nanoseconds } from '#common/time/duration.ts';
import type { ControlValue, TimedStimulus } from './capability.ts';
import type { DeviceError } from './device-error.ts';
import type { OutputChunk, ProgramFiles, RunEnd, RunResult, Traceback, TracebackFrame } from './device.ts';
import type { TraceBatch } from './trace.ts';

export interface ScriptedRunOptions {
  readonly seed: number;
  readonly limit: Nanoseconds | undefined;
  /** In the order of time. */
  readonly plan: readonly TimedStimulus[];
  readonly files: ProgramFiles;
  output(chunk: OutputChunk): void;
  trace(batch: TraceBatch): void;
  applyControl(step: TimedStimulus): void;
  control(part: string, control: string): ControlValue | undefined;
  /** The script is at a line of main.py. May pause the run. */
  reach(line: number): void;
}

/** Thrown through the script where the run ends from outside. */
class RunEnded extends Error {
  readonly result: Omit<RunResult, 'at'>;

  constructor(result: Omit<RunResult, 'at'>) {
    super(result.end);
    this.result = result;
  }
}

export class ScriptedRun {
  readonly #options: ScriptedRunOptions;
  readonly random: Random;
  #now: Nanoseconds = 0;
  #planned = 0;
  #input = '';
  #paused = false;
  #ended: RunEnded | undefined;
  /** Wakes the script where it waits for input, for resume or for ever. */
  #wake: () => void = () => undefined;

  constructor(options: ScriptedRunOptions) {
    this.#options = options;
    this.random = createRandom(options.seed);
  }

  /** Virtual time since the run began, ns. */
  get now(): Nanoseconds {
    return this.#now;
  }

  get files(): ProgramFiles {
    return this.#options.files;
  }

  /** Writes to standard output, with a line break, as Python's print does. */
  print(text: string): void {
    this.#checkEnd();
    this.#options.output({ at: this.#now, stream: 'stdout', text: `${text}\n` });
  }

  /** Tells of pins, parts and the world at this instant. */
  trace(batch: Partial<TraceBatch>): void {
    this.#checkEnd();
    this.#options.trace({
      until: this.#now,
      edges: [],
      pwm: [],
      parts: [],
      world: [],
      notices: [],
      ...batch,
    });
  }

  control(part: string, control: string): ControlValue | undefined {
    return this.#options.control(part, control);
  }

  /** Comes to the statement of a line; where it has a breakpoint, the run pauses before it. */
  async reach(line: number): Promise<void> {
    this.trace({ line });
    this.#options.reach(line);
    await this.#until(() => !this.#paused);
  }

  /** Lets virtual time pass; planned stimuli take effect on the way. */
  async advance(duration: Nanoseconds): Promise<void> {
    await this.#until(() => !this.#paused);
    const { plan, limit, applyControl } = this.#options;
    const target = this.#now + duration;
    const end = limit !== undefined && target >= limit ? limit : target;
    for (let step = plan[this.#planned]; step && step.at <= end; step = plan[this.#planned]) {
      this.#planned++;
      this.#now = Math.max(this.#now, step.at);
      applyControl(step);
    }
    this.#now = end;
    if (end === limit) throw new RunEnded({ end: 'time-limit' });
  }

  /** Repeats `step` until the run ends. Without a step: a busy loop that lets nothing happen but time. */
  async forever(step: () => Promise<void> | void = () => undefined): Promise<never> {
    for (;;) {
      await step();
      await this.advance(1_000_000);
      // Lets stop, pause and write of the test come between.
      await Promise.resolve();
    }
  }

  /** The next line of standard input, without its line break. */
  async readLine(): Promise<string> {
    await this.#until(() => this.#input.includes('\n'));
    const end = this.#input.indexOf('\n');
    const line = this.#input.slice(0, end);
    this.#input = this.#input.slice(end + 1);
    return line;
  }

  /** Ends the run by an uncaught exception. The last frame is where it was raised. */
  raise(type: string, message: string, frames: readonly TracebackFrame[]): never {
    const lines = frames.map(
      ({ file, line, scope }) => `  File "${file}", line ${line}, in ${scope ?? '<module>'}\n`,
    );
    const text = `Traceback (most recent call last):\n${lines.join('')}${type}: ${message}\n`;
    const traceback: Traceback = { at: this.#now, type, message, frames, text };
    this.#options.output({ at: this.#now, stream: 'stderr', text });
    throw new RunEnded({ end: 'raised', traceback });
  }

  /** Plays `script` to its end. Never rejects because of how the run ended. */
  async play(script: (run: ScriptedRun) => Promise<void> | void): Promise<RunResult> {
    const finish = (end: RunEnd): RunResult => ({ end, at: this.#now });
    // The caller announces `running` before the first line is played.
    await Promise.resolve();
    try {
      await script(this);
      return finish('finished');
    } catch (error) {
      if (error instanceof RunEnded) return { ...error.result, at: this.#now };
      throw error;
    }
  }

  stop(): void {
    this.#end({ end: 'stopped' });
  }

  fail(error: DeviceError): void {
    this.#end({ end: 'fault', error });
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#wake();
  }

  feed(text: string): void {
    this.#input += text;
    this.#wake();
  }

  #end(result: Omit<RunResult, 'at'>): void {
    this.#ended ??= new RunEnded(result);
    this.#wake();
  }

  #checkEnd(): void {
    if (this.#ended) throw this.#ended;
  }

  /** Waits until `ready`; throws as soon as the run has ended. */
  async #until(ready: () => boolean): Promise<void> {
    this.#checkEnd();
    while (!ready()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#checkEnd();
    }
  }
}
