/**
 * A board with a prompt for as long as its worker lives: power, resets, serial line, files; parts and the world go on through resets.
 * A composition root, as run.ts is for one program; it knows neither how messages travel nor who is on the line.
 */

import { VirtualClock } from '../clock/virtual-clock.ts';
import type { BoardDefinition } from '../diagram/catalog.ts';
import { buildNets } from '../diagram/nets.ts';
import { createBoard, type Board } from '../hardware/board.ts';
import { CATALOG } from '../hardware/catalog.ts';
import { toBytes } from '../repl/bytes.ts';
import { Repl } from '../repl/repl.ts';
import type { BoardPrompt } from './board-bridge.ts';
import { BoardConsole } from './board-console.ts';
import { BoardExecutor } from './board-executor.ts';
import { BoardFiles } from './board-files.ts';
import { BoardReset, resetPeripherals } from './board-reset.ts';
import { Breakpoints } from './breakpoints.ts';
import type { BridgedRun } from './bridge.ts';
import type { Firmware } from './firmware.ts';
import { Interrupts } from './interrupts.ts';
import type { BoardRequest, FileChange } from './protocol.ts';
import { Reporter } from './reporter.ts';
import type { RunSurroundings } from './run.ts';
import { RunEnded } from './run-ended.ts';
import { type SharedInput, WorkerControl } from './shared-control.ts';
import { Timekeeper } from './timekeeper.ts';

export interface BoardSurroundings extends RunSurroundings {
  readonly definition: BoardDefinition;
  /** Firmware for a prompt. Only one is in use at a time. */
  readonly boot: () => Promise<Firmware>;
}

/** What MicroPython's ports give the file system on boards of the usual size, and their input buffers, bytes. */
const PORTS: Readonly<Record<string, { readonly flash: number; readonly input: number }>> = {
  rp2: { flash: 1408 * 1024, input: 512 },
  esp32: { flash: 2048 * 1024, input: 260 },
};
const USUAL = { flash: 1024 * 1024, input: 512 };
const BUILD = 'MicroPython v1.29.0 on 2026-08-25';

export async function serveBoard(request: BoardRequest, surroundings: BoardSurroundings): Promise<void> {
  const service = new BoardService(request, surroundings);
  try {
    await service.serve();
  } finally {
    service.dispose();
  }
}

class BoardService implements BridgedRun, BoardPrompt {
  readonly #surroundings: BoardSurroundings;
  readonly #clock = new VirtualClock();
  readonly #control: WorkerControl;
  readonly #reporter: Reporter;
  readonly #repl: Repl;
  readonly uniqueId: string;
  readonly time: Timekeeper;
  readonly console: BoardConsole;
  readonly files: BoardFiles;
  readonly board: Board;
  readonly interrupts: Interrupts;
  #kept: readonly FileChange[];
  #executor: BoardExecutor | undefined;
  /** Present while a fresh interpreter is wanted. */
  #onReady: (() => void) | undefined;
  #isBusy = false;
  #isResetWanted = false;

  constructor(request: BoardRequest, surroundings: BoardSurroundings) {
    this.#surroundings = surroundings;
    const { wall, host, definition } = surroundings;
    this.uniqueId = request.uniqueId;
    this.#kept = request.files;
    this.#control = new WorkerControl(request.control);
    this.#reporter = new Reporter({
      control: this.#control,
      now: () => this.time.now,
      line: () => 0,
      wall,
      send: (batch) => host.onBatch(batch),
      onBlocked: () => this.#endIfLetGo(),
      takeFiles: () => this.files.take(),
    });
    this.interrupts = this.#createInterrupts();
    this.time = this.#createTimekeeper();
    const { flash, input } = PORTS[definition.port] ?? USUAL;
    this.files = new BoardFiles({
      capacity: flash,
      onChange: () => this.#reporter.touch(),
      onStumble: (path, line) =>
        this.notice('not-followed', `The simulator cannot follow ${path} because of line ${line}.`),
    });
    const send = (bytes: Uint8Array): void => this.#reporter.serial(bytes);
    this.#repl = new Repl({
      banner: `${BUILD}; ${definition.machine}`,
      inputSize: input,
      send,
      executor: {
        run: (program, onEnd) => onEnd(this.#ready.run(program)),
        runFile: (name, onEnd) => onEnd(this.#ready.runFile(name)),
        interrupt: () => this.time.requestInterrupt(),
        restart: (_kind, onReady) => (this.#onReady = onReady),
        refuses: (beginning) => this.#ready.refuses(beginning),
      },
    });
    this.console = new BoardConsole({
      time: () => this.time,
      send,
      takeInput: () => this.#repl.takeInput(),
      hasInput: () => this.#repl.inputLength > 0,
    });
    this.board = createBoard({
      diagram: request.diagram,
      definition,
      nets: buildNets(request.diagram, CATALOG),
      clock: this.#clock,
      seed: request.seed,
      sink: this.#reporter,
    });
    for (const [part, values] of Object.entries(request.controls)) {
      for (const [control, value] of Object.entries(values)) this.board.setControl(part, control, value);
    }
    this.board.snapshotAll();
  }

  get prompt(): BoardPrompt {
    return this;
  }

  /** Resolves when the host has let go. */
  async serve(): Promise<void> {
    this.#repl.start();
    let isServing = true;
    while (isServing) {
      const firmware = await this.#surroundings.boot();
      try {
        this.#begin(firmware);
        this.#untilReset();
      } catch (error) {
        isServing = this.#afterwards(error);
      } finally {
        this.#endInterpreter();
      }
    }
    this.#reporter.flush();
  }

  dispose(): void {
    this.board.dispose();
  }

  notice(code: string, message: string): void {
    this.#reporter.notice(code, message);
  }

  goOnInBackground(): void {
    // At the prompt, time goes on anyway.
  }

  setInterruptByte(byte: number): void {
    this.#repl.setInterruptByte(byte);
  }

  hardReset(): never {
    throw new BoardReset();
  }

  get #ready(): BoardExecutor {
    if (!this.#executor) throw new Error('The board has not started.');
    return this.#executor;
  }

  #begin(firmware: Firmware): void {
    const { interpreter, link } = firmware;
    this.#isResetWanted = false;
    this.console.reset();
    link.attach(this);
    this.files.mount(interpreter.fileSystem, this.#kept);
    this.#executor = new BoardExecutor({
      interpreter,
      console: this.console,
      files: this.files,
      onBusy: (isBusy) => {
        this.#isBusy = isBusy;
        if (!isBusy) this.time.forgetInterrupt();
      },
    });
    this.time.start({
      get fuel() {
        return interpreter.fuel;
      },
      set fuel(statements) {
        interpreter.fuel = statements;
      },
      line: 0,
      // Handlers that run at the prompt have no program to interrupt.
      raiseKeyboardInterrupt: () => {
        if (this.#isBusy) interpreter.raiseKeyboardInterrupt();
      },
    });
  }

  /** Boots, then listens at the prompt until the board starts afresh. */
  #untilReset(): void {
    this.time.waitFor(() => this.#onReady !== undefined);
    const onReady = this.#onReady;
    this.#onReady = undefined;
    onReady?.();
    while (!this.#onReady) {
      this.#reporter.flush();
      this.time.waitFor(() => this.#repl.hasWork);
      this.#repl.process();
    }
  }

  /** Answers whether the board goes on. */
  #afterwards(error: unknown): boolean {
    if (error instanceof RunEnded) return false;
    if (!(error instanceof BoardReset)) {
      const reason = error instanceof Error ? error.message : String(error);
      const text = `\r\nThe simulated board failed and starts again: ${reason}\r\n`;
      this.#reporter.serial(toBytes(text.replaceAll(/[^\x20-\x7e\r\n]/g, '?')));
    }
    // Where the reset line did it, the board has been told.
    if (!this.#isResetWanted) this.#repl.start();
    return true;
  }

  #endInterpreter(): void {
    this.time.end();
    this.#isBusy = false;
    this.#kept = this.files.all();
    this.#executor = undefined;
    this.time.forgetInterrupt();
    this.interrupts.clear();
    resetPeripherals(this.board);
    this.board.flush();
    this.#reporter.flush();
  }

  #onInput(input: SharedInput): void {
    if (input.kind === 'serial') this.#repl.receive(toBytes(input.text));
    else if (input.kind === 'control') this.board.setControl(input.part, input.control, input.value);
    else if (input.kind === 'reset') {
      this.#isResetWanted = true;
      this.#onReady = undefined;
      if (input.held) this.#repl.halt();
      else this.#repl.start();
    }
  }

  #createInterrupts(): Interrupts {
    return new Interrupts({
      onError: (text) => this.console.onOutput(new TextEncoder().encode(`${text.trimEnd()}\n`)),
      onOverflow: () =>
        this.notice('interrupt-lost', 'Interrupts came faster than their handler runs, so some were lost.'),
    });
  }

  #createTimekeeper(): Timekeeper {
    const { wall, host, definition } = this.#surroundings;
    return new Timekeeper({
      clock: this.#clock,
      control: this.#control,
      statementCost: definition.statementCost,
      limit: undefined,
      wall,
      interrupts: this.interrupts,
      breakpoints: new Breakpoints([]),
      onInput: (input) => this.#onInput(input),
      afterInput: () => {
        if (this.#isResetWanted) throw new BoardReset();
      },
      onPaused: (line) => host.onPaused(line),
      onResumed: () => host.onResumed(),
      flush: () => this.#reporter.flush(),
      flushIfDue: () => this.#reporter.flushIfDue(),
    });
  }

  #endIfLetGo(): void {
    if (this.#control.stopRequested) throw new RunEnded('stopped');
  }
}
