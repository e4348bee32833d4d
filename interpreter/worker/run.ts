/**
 * One run of a program, from power-on to its end: board, interpreter, clock and console put together. The composition root of the
 * worker; it knows neither how messages travel nor whether it lives in a browser or in Node.
 */

import { createRandom } from '#common/random/random.ts';
import type { ProgramFiles } from '../device/device.ts';
import { VirtualClock } from '../clock/virtual-clock.ts';
import { findBoardIn } from '../diagram/lookup.ts';
import { buildNets } from '../diagram/nets.ts';
import { createBoard, type Board } from '../hardware/board.ts';
import { CATALOG } from '../hardware/catalog.ts';
import { HardwareError } from '../hardware/hardware-error.ts';
import { SHIMS } from '../shims/index.ts';
import { createBridge } from './bridge.ts';
import { Console } from './console.ts';
import { PROGRAM_FOLDER, SHIM_FOLDER } from './file-layout.ts';
import { instrument } from './instrument.ts';
import { Interrupts } from './interrupts.ts';
import { type BridgeFunction, Interpreter, isPythonError } from './micropython.ts';
import type { HostApi, RunReport, RunRequest } from './protocol.ts';
import { Reporter } from './reporter.ts';
import { RunEnded } from './run-ended.ts';
import { WorkerControl } from './shared-control.ts';
import { Timekeeper } from './timekeeper.ts';
import { parseTraceback } from './traceback.ts';

/** What the shims and the interpreter's own tables take of the heap, bytes. */
const HEAP_OVERHEAD = 96 * 1024;

export interface RunSurroundings {
  /** Address or path of micropython.wasm. */
  readonly wasm: string;
  /** Wall time, ms. */
  readonly wall: () => number;
  readonly host: HostApi;
}

export async function runProgram(request: RunRequest, surroundings: RunSurroundings): Promise<RunReport> {
  const run = new Run(request, surroundings);
  try {
    return await run.toTheEnd();
  } finally {
    run.dispose();
  }
}

class Run {
  readonly #request: RunRequest;
  readonly #surroundings: RunSurroundings;
  readonly #clock = new VirtualClock();
  readonly #control: WorkerControl;
  readonly #reporter: Reporter;
  readonly #interrupts: Interrupts;
  readonly #time: Timekeeper;
  readonly #console: Console;
  readonly #board: Board;
  #interpreter: Interpreter | undefined;
  #pendingStimuli = 0;

  constructor(request: RunRequest, surroundings: RunSurroundings) {
    this.#request = request;
    this.#surroundings = surroundings;
    const { wall, host } = surroundings;
    this.#control = new WorkerControl(request.control);
    this.#reporter = new Reporter({
      control: this.#control,
      now: () => this.#time.now,
      line: () => this.#interpreter?.line ?? 0,
      wall,
      send: (batch) => host.onBatch(batch),
      onBlocked: () => {
        if (this.#control.stopRequested) throw new RunEnded('stopped');
      },
    });
    this.#interrupts = new Interrupts({
      onError: (text) => this.#reporter.printText(`${text.trimEnd()}\n`, 'stderr'),
      onOverflow: () =>
        this.#reporter.notice('interrupt-lost', 'Interrupts came faster than their handler runs, so some were lost.'),
    });
    this.#time = new Timekeeper({
      clock: this.#clock,
      control: this.#control,
      statementCost: this.#definition().statementCost,
      limit: request.limit,
      wall,
      interrupts: this.#interrupts,
      onInput: (input) => {
        if (input.kind === 'stdin') this.#console.addInput(input.text);
        else if (input.kind === 'stdin-end') this.#console.endInput();
        else this.#board.setControl(input.part, input.control, input.value);
      },
      onPaused: (paused) => host.onPaused(paused),
      flush: () => this.#reporter.flush(),
      flushIfDue: () => this.#reporter.flushIfDue(),
    });
    this.#console = new Console(this.#reporter, this.#time);
    this.#board = createBoard({
      diagram: request.diagram,
      definition: this.#definition(),
      nets: buildNets(request.diagram, CATALOG),
      clock: this.#clock,
      seed: request.seed,
      sink: this.#reporter,
    });
  }

  async toTheEnd(): Promise<RunReport> {
    this.#setUpBench();
    const interpreter = await this.#loadInterpreter();
    this.#interpreter = interpreter;
    let report: RunReport;
    try {
      this.#boot(interpreter);
      this.#time.start(interpreter);
      interpreter.run('_run_program()\n');
      report = this.#reportOfProgram(interpreter);
    } catch (error) {
      report = this.#reportOfEnd(error);
    }
    this.#board.flush();
    this.#reporter.flush();
    return report;
  }

  dispose(): void {
    this.#board.dispose();
  }

  #definition() {
    const definition = findBoardIn(CATALOG.boards, this.#request.diagram.board);
    if (!definition) throw new Error(`There is no board "${this.#request.diagram.board}".`);
    return definition;
  }

  #setUpBench(): void {
    const { controls, stimuli } = this.#request;
    for (const [part, values] of Object.entries(controls)) {
      for (const [control, value] of Object.entries(values)) this.#board.setControl(part, control, value);
    }
    for (const { at, part, control, value } of stimuli) {
      this.#pendingStimuli += 1;
      const alarm = this.#clock.createAlarm(() => {
        this.#pendingStimuli -= 1;
        this.#board.setControl(part, control, value);
      });
      alarm.schedule(at);
    }
    this.#board.snapshotAll();
  }

  #loadInterpreter(): Promise<Interpreter> {
    const { heapBytes, platform, machine } = this.#definition();
    const random = createRandom(this.#request.seed, 'python');
    return Interpreter.load({
      wasm: this.#surroundings.wasm,
      heapBytes: heapBytes + HEAP_OVERHEAD,
      platform,
      machine,
      onTick: () => this.#time.onTick(),
      onOutput: (bytes) => this.#console.onOutput(bytes),
      readByte: () => this.#console.readByte(),
      ticksMs: () => Math.floor(this.#time.now / 1_000_000),
      timeMs: () => Math.floor(this.#time.now / 1_000_000),
      randomU32: () => random.integer(0, 0xffffffff),
    });
  }

  #boot(interpreter: Interpreter): void {
    const { files } = this.#request;
    for (const [name, text] of Object.entries(SHIMS)) interpreter.writeFile(SHIM_FOLDER + name, text);
    interpreter.registerModule('_hw', this.#guarded(interpreter));
    for (const [name, text] of Object.entries(files)) {
      interpreter.writeFile(`/${name}`, text);
      if (name.endsWith('.py')) interpreter.writeFile(PROGRAM_FOLDER + name, instrument(text).text);
    }
    const names = programNames(files);
    const imports = this.#definition().bootImports.join(' ');
    interpreter.run(
      'import sys, time, micropython\n' +
        "sys.modules['_native_time'] = time\nsys.modules['_native_micropython'] = micropython\n" +
        'del time, micropython\n' +
        `sys.path[:] = ['${folder(PROGRAM_FOLDER)}', '${folder(SHIM_FOLDER)}', '', '.frozen', '${PROGRAM_FOLDER}lib', '/lib']\n` +
        'import _boot\n',
    );
    interpreter.run(
      `def _run_program(boot=_boot.run, folder='${PROGRAM_FOLDER}'):\n boot(folder, '${names}', '${imports}')\n`,
    );
  }

  /** Every function of the bridge sees the present time, and what it caused is dealt with before Python goes on. */
  #guarded(interpreter: Interpreter): Readonly<Record<string, BridgeFunction>> {
    const bridge = createBridge({
      board: this.#board,
      time: this.#time,
      interrupts: this.#interrupts,
      console: this.#console,
      notice: (code, message) => this.#reporter.notice(code, message),
    });
    const guard = (call: (...args: unknown[]) => unknown): BridgeFunction => {
      return (...args: unknown[]) => {
        let result: unknown;
        let refused: HardwareError | undefined;
        this.#time.sync();
        try {
          result = call(...args);
        } catch (error) {
          if (!(error instanceof HardwareError)) throw error;
          refused = error;
        }
        this.#time.settle();
        if (refused) interpreter.raise(refused.pythonType, refused.message, refused.errno);
        return result;
      };
    };
    const table: Record<string, BridgeFunction> = {
      ...bridge,
      background: () => (this.#goOnInBackground(), null),
      allow_report: () => (interpreter.allowReport(), null),
    };
    return Object.fromEntries(
      Object.entries(table).map(([name, call]) => [name, guard(call as (...args: unknown[]) => unknown)]),
    );
  }

  /** The program has ended by itself or by an exception. */
  #reportOfProgram(interpreter: Interpreter): RunReport {
    const text = this.#console.report;
    this.#time.end();
    const at = this.#clock.now();
    if (text === undefined) return { end: 'finished', at };
    const traceback = parseTraceback(text, at, interpreter.line);
    if (traceback.type === 'KeyboardInterrupt' && this.#control.stopRequested) return { end: 'stopped', at };
    this.#reporter.printText(traceback.text, 'stderr');
    return { end: 'raised', at, traceback };
  }

  /** Timers and pin interrupts outlive main.py, as on a board at its prompt. */
  #goOnInBackground(): void {
    while (this.#interrupts.hasSources && this.#mayStillHappen()) {
      this.#time.sleepUntilInterrupt(this.#clock.nextDue() ?? this.#clock.now() + 1_000_000);
    }
  }

  /** At full speed and without an end, waiting for a person's button press would take for ever. */
  #mayStillHappen(): boolean {
    const { limit } = this.#request;
    return (
      limit !== undefined ||
      this.#pendingStimuli > 0 ||
      this.#control.speed !== 'max' ||
      this.#interrupts.hasTimers
    );
  }

  #reportOfEnd(error: unknown): RunReport {
    const at = this.#clock.now();
    if (error instanceof RunEnded) return { end: error.end, at };
    if (isPythonError(error) && error.type === 'KeyboardInterrupt') return { end: 'stopped', at };
    return { end: 'fault', at, fault: error instanceof Error ? error.message : String(error) };
  }
}

/** A folder without the slash at its end, as sys.path wants it. */
function folder(path: string): string {
  return path.slice(0, -1);
}

/** boot.py runs first, in the same globals as main.py. */
function programNames(files: ProgramFiles): string {
  return ['boot.py', 'main.py'].filter((name) => name in files).join(' ');
}
