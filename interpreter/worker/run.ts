/**
 * One run of a program, from power-on to its end: board, interpreter, clock and console put together. The composition root of the
 * worker; it knows neither how messages travel nor whether it lives in a browser or in Node.
 */

import { MAIN_FILE, type ProgramFiles } from '../device/device.ts';
import type { BoardDefinition } from '../diagram/catalog.ts';
import { VirtualClock } from '../clock/virtual-clock.ts';
import { buildNets } from '../diagram/nets.ts';
import { createBoard, type Board } from '../hardware/board.ts';
import { CATALOG } from '../hardware/catalog.ts';
import { Breakpoints } from './breakpoints.ts';
import type { BridgedRun } from './bridge.ts';
import { Console } from './console.ts';
import { PROGRAM_FOLDER } from './file-layout.ts';
import type { Firmware } from './firmware.ts';
import { instrument } from './instrument.ts';
import { Interrupts } from './interrupts.ts';
import { type Interpreter, isPythonError } from './micropython.ts';
import type { HostApi, RunReport, RunRequest } from './protocol.ts';
import { Reporter } from './reporter.ts';
import { RunEnded } from './run-ended.ts';
import { WorkerControl } from './shared-control.ts';
import { Timekeeper } from './timekeeper.ts';
import { hideSimulator, parseTraceback } from './traceback.ts';

export interface RunSurroundings {
  /** Wall time, ms. */
  readonly wall: () => number;
  readonly host: HostApi;
}

/** @param firmware freshly booted, for the request's board; it is used up. */
export function runProgram(
  request: RunRequest,
  firmware: Firmware,
  surroundings: RunSurroundings,
): RunReport {
  const run = new Run(request, firmware.link.definition, surroundings);
  try {
    return run.toTheEnd(firmware);
  } finally {
    run.dispose();
  }
}

class Run implements BridgedRun {
  readonly #request: RunRequest;
  readonly #clock = new VirtualClock();
  readonly #control: WorkerControl;
  readonly #reporter: Reporter;
  readonly #breakpoints: Breakpoints;
  readonly interrupts: Interrupts;
  readonly time: Timekeeper;
  readonly console: Console;
  readonly board: Board;
  #interpreter: Interpreter | undefined;
  #pendingStimuli = 0;

  constructor(request: RunRequest, definition: BoardDefinition, surroundings: RunSurroundings) {
    this.#request = request;
    const { wall, host } = surroundings;
    this.#control = new WorkerControl(request.control);
    this.#breakpoints = new Breakpoints(request.breakpoints);
    this.#reporter = new Reporter({
      control: this.#control,
      now: () => this.time.now,
      line: () => this.#interpreter?.line ?? 0,
      wall,
      send: (batch) => host.onBatch(batch),
      onBlocked: () => {
        if (this.#control.stopRequested) throw new RunEnded('stopped');
      },
    });
    this.interrupts = new Interrupts({
      onError: (text) => this.#reporter.print(hideSimulator(`${text.trimEnd()}\n`), 'stderr'),
      onOverflow: () =>
        this.#reporter.notice(
          'interrupt-lost',
          'Interrupts came faster than their handler runs, so some were lost.',
        ),
    });
    this.time = new Timekeeper({
      clock: this.#clock,
      control: this.#control,
      statementCost: definition.statementCost,
      limit: request.limit,
      wall,
      interrupts: this.interrupts,
      breakpoints: this.#breakpoints,
      onInput: (input) => {
        if (input.kind === 'stdin') this.console.addInput(input.text);
        else if (input.kind === 'stdin-end') this.console.endInput();
        else if (input.kind === 'breakpoints') this.#breakpoints.set(input.lines);
        else if (input.kind === 'control') this.board.setControl(input.part, input.control, input.value);
      },
      onPaused: (line) => host.onPaused(line),
      onResumed: () => host.onResumed(),
      flush: () => this.#reporter.flush(),
      flushIfDue: () => this.#reporter.flushIfDue(),
    });
    this.console = new Console(this.#reporter, this.time);
    this.board = createBoard({
      diagram: request.diagram,
      definition,
      nets: buildNets(request.diagram, CATALOG),
      clock: this.#clock,
      seed: request.seed,
      sink: this.#reporter,
    });
  }

  toTheEnd(firmware: Firmware): RunReport {
    this.#setUpBench();
    const { interpreter, link } = firmware;
    this.#interpreter = interpreter;
    link.attach(this);
    let report: RunReport;
    try {
      this.#mount(firmware);
      this.time.start(interpreter);
      interpreter.run(`_run_program('${programNames(this.#request.files)}')\n`);
      report = this.#reportOfProgram(interpreter);
    } catch (error) {
      report = this.#reportOfEnd(error);
    }
    this.board.flush();
    this.#reporter.flush();
    return report;
  }

  dispose(): void {
    this.board.dispose();
  }

  notice(code: string, message: string): void {
    this.#reporter.notice(code, message);
  }

  #setUpBench(): void {
    const { controls, stimuli } = this.#request;
    for (const [part, values] of Object.entries(controls)) {
      for (const [control, value] of Object.entries(values)) this.board.setControl(part, control, value);
    }
    for (const { at, part, control, value } of stimuli) {
      this.#pendingStimuli += 1;
      const alarm = this.#clock.createAlarm(() => {
        this.#pendingStimuli -= 1;
        this.board.setControl(part, control, value);
      });
      alarm.schedule(at);
    }
    this.board.snapshotAll();
  }

  /** Puts the program where the firmware looks for it. */
  #mount({ interpreter }: Firmware): void {
    const { files } = this.#request;
    const modules = Object.entries(files).filter(([name]) => name.endsWith('.py'));
    interpreter.writeFiles('/', files);
    const instrumented = modules.map(
      ([name, text]) => [name, instrument(text, name === MAIN_FILE ? 1 : -1)] as const,
    );
    interpreter.writeFiles(
      PROGRAM_FOLDER,
      Object.fromEntries(instrumented.map(([name, { text }]) => [name, text])),
    );
    for (const [name, { stumbledAt, lines }] of instrumented) {
      if (name === MAIN_FILE) this.#breakpoints.placeOn(lines);
      if (stumbledAt !== undefined && interpreter.accepts(PROGRAM_FOLDER + name))
        this.notice(
          'not-followed',
          `The simulator cannot follow ${name} because of line ${stumbledAt}: time passes there only while it sleeps. Write that line in a simpler way.`,
        );
    }
  }

  /** The program has ended by itself or by an exception. */
  #reportOfProgram(interpreter: Interpreter): RunReport {
    this.console.endOutput();
    const text = this.console.report;
    this.time.end();
    const at = this.#clock.now();
    if (text === undefined) return { end: this.time.wasInterrupted ? 'stopped' : 'finished', at };
    const traceback = parseTraceback(text, at, interpreter.line);
    if (traceback.type === 'KeyboardInterrupt' && this.#control.stopRequested) return { end: 'stopped', at };
    this.#reporter.print(traceback.text, 'stderr');
    return { end: 'raised', at, traceback };
  }

  /** Timers and pin interrupts outlive main.py, as on a board at its prompt. */
  goOnInBackground(): void {
    while (this.interrupts.hasSources && this.#mayStillHappen()) {
      this.time.sleepUntilInterrupt(this.#clock.nextDue() ?? this.#clock.now() + 1_000_000);
    }
  }

  /** At full speed and without an end, waiting for a person's button press would take for ever. */
  #mayStillHappen(): boolean {
    const { limit } = this.#request;
    return (
      limit !== undefined ||
      this.#pendingStimuli > 0 ||
      this.#control.speed !== 'max' ||
      this.interrupts.hasTimers
    );
  }

  #reportOfEnd(error: unknown): RunReport {
    const at = this.#clock.now();
    if (error instanceof RunEnded) return { end: error.end, at };
    if (isPythonError(error) && error.type === 'KeyboardInterrupt') return { end: 'stopped', at };
    return { end: 'fault', at, fault: error instanceof Error ? error.message : String(error) };
  }
}

/** boot.py runs first, in the same globals as main.py. */
function programNames(files: ProgramFiles): string {
  return ['boot.py', MAIN_FILE].filter((name) => name in files).join(' ');
}
