/**
 * One run of a program on the board, from a fresh interpreter to its end, and stopping it: first with Ctrl-C, then with all that is
 * left. It holds the line for as long as it lasts. Knows no session: where the link breaks, it ends.
 */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import { MILLISECOND } from '#common/time/duration.ts';
import { MAIN_FILE, type OutputChunk, type ProgramFiles, type RunResult } from '../device/device.ts';
import { type DeviceError, deviceError } from '../device/device-error.ts';
import type { StopStep } from '../device/link.ts';
import { nameFiles, readTraceback } from './board-traceback.ts';
import { hardReset } from './break-in.ts';
import { encodeText } from './bytes.ts';
import { sendCode } from './code-sender.ts';
import { approach, type ConversationOptions, recover } from './conversation.ts';
import { type FoundEnd, RunOutput } from './end-of-run.ts';
import { FramedExecutor } from './framed-executor.ts';
import { InputCredit } from './input-credit.ts';
import { BoardException } from './executor.ts';
import { toDeviceError } from './link-errors.ts';
import { moduleCode } from './ram-modules.ts';
import { enterRawRepl, leaveRawRepl, RAW_PROMPT, softReset } from './raw-repl.ts';
import { watchRun } from './watch-run.ts';

const BOOT_FILE = 'boot.py';

/** Ctrl-C at once, and then after so many milliseconds each. */
const INTERRUPTS = [100, 100, 200];
const FLOOD_PAUSE = 20;
const FLOOD_COUNT = 50;
const ENTER_LIMIT = 300;
const FORCE_PAUSE = 50;
const FORCE_COUNT = 10;

export interface ProgramRunOptions {
  readonly talk: ConversationOptions;
  readonly files: ProgramFiles;
  readonly onOutput: (chunk: OutputChunk) => void;
  readonly onStopStep: (step: StopStep) => void;
}

/** Why the line was taken from whoever waited on it. */
const TAKEN = deviceError('cancelled', 'Stop was asked for.');

export class ProgramRun {
  readonly #options: ProgramRunOptions;
  readonly #began: number;
  readonly #credit = new InputCredit();
  /** Called at the end, and when all force was in vain. */
  readonly #waiting = new Set<() => void>();
  readonly #executor: FramedExecutor;
  #phase: 'waiting' | 'preparing' | 'watching' | 'forcing' | 'ended' = 'waiting';
  #isAsking = false;
  #isStopWanted = false;
  #isStubborn = false;
  #output = new RunOutput();
  #pump: Disposable | undefined;

  constructor(options: ProgramRunOptions) {
    this.#options = options;
    this.#began = options.talk.line.timers.now();
    this.#executor = new FramedExecutor(options.talk);
  }

  /** Stop was asked for: however the run ends now, it was stopped. */
  get isStopWanted(): boolean {
    return this.#isStopWanted;
  }

  /** Plays the program to its end. Never rejects. The board is at its friendly prompt afterwards, if it is still there. */
  async play(): Promise<RunResult> {
    const { line } = this.#options.talk;
    line.hold();
    this.#phase = 'preparing';
    try {
      if (this.#isStopWanted) return this.#result({ end: 'stopped' });
      return await this.#play();
    } catch (error) {
      const failure = toDeviceError(error);
      await recover(line, this.#executor, false);
      if (this.#isStopWanted || failure.code === 'disposed') return this.#result({ end: 'stopped' });
      return this.#result({ end: 'fault', error: failure });
    } finally {
      this.#phase = 'ended';
      this.#pump?.dispose();
      line.release();
      this.#wake();
    }
  }

  /** Stops the program, by more and more force. Resolves when it has ended, or when stopping was cancelled. */
  async stop(): Promise<void> {
    const { line } = this.#options.talk;
    this.#isStopWanted = true;
    this.#isStubborn = false;
    this.#credit.drop();
    this.#options.onStopStep('interrupt');
    if (this.#phase === 'preparing') line.interrupt(TAKEN);
    if (this.#phase === 'watching') {
      // A line that is dead ends the run by itself.
      await line.flush().catch(() => undefined);
      if (await this.#knock()) return;
      if (this.#phase === 'watching') {
        this.#phase = 'forcing';
        line.interrupt(TAKEN);
      }
    }
    await this.#ends(Infinity);
    if (this.#isStubborn && this.#isStopWanted) throw deviceError('program-does-not-stop');
  }

  /** The program shall go on as it is. */
  cancelStop(): void {
    this.#isStopWanted = false;
    if (this.#phase === 'forcing') this.#options.talk.line.interrupt(TAKEN);
    this.#wake();
  }

  /** Feeds standard input. `\n` ends a line as Enter does. */
  write(text: string): void {
    if (!this.#credit.add(encodeText(text.replace(/\r?\n/g, '\r')))) throw unread();
    this.#feed();
  }

  /** Keys as typed. Ctrl-C overtakes what waits. */
  type(text: string): void {
    const { line } = this.#options.talk;
    const last = text.lastIndexOf('\x03');
    if (last < 0) {
      if (!this.#credit.add(encodeText(text))) throw unread();
    } else {
      this.#credit.drop();
      this.#credit.add(encodeText(text.slice(last + 1)));
      if (this.#phase === 'watching') void line.write('\x03').catch(() => undefined);
    }
    this.#feed();
  }

  async #play(): Promise<RunResult> {
    const { talk, files } = this.#options;
    await this.#prepare();
    const boot = files[BOOT_FILE];
    if (boot !== undefined) {
      const failed = await this.#runFile(BOOT_FILE, boot);
      if (failed) return failed;
      if (this.#isStopWanted) return this.#result({ end: 'stopped' });
      await approach(talk);
    }
    const main = files[MAIN_FILE] ?? '';
    return (
      (await this.#runFile(MAIN_FILE, main)) ??
      this.#result({ end: this.#isStopWanted ? 'stopped' : 'finished' })
    );
  }

  /** A fresh interpreter with the program's modules. */
  async #prepare(): Promise<void> {
    const { talk, files } = this.#options;
    await approach(talk);
    await softReset(talk.line);
    const modules = Object.fromEntries(
      Object.entries(files).filter(([path]) => path !== MAIN_FILE && path !== BOOT_FILE),
    );
    try {
      for (const code of moduleCode(modules)) await this.#executor.execute(code);
    } catch (error) {
      throw error instanceof BoardException && error.type === 'MemoryError' ? tooMuch(modules) : error;
    }
    await this.#executor.clean();
  }

  /** Answers nothing where the file ran to its end. */
  async #runFile(file: string, text: string): Promise<RunResult | undefined> {
    const { talk } = this.#options;
    this.#output = new RunOutput();
    await sendCode(talk.line, text, talk.memory);
    this.#phase = 'watching';
    this.#isAsking = false;
    this.#feed();
    const end = await this.#watch();
    this.#phase = 'preparing';
    if (end.kind === 'restarted') throw restarted();
    if (end.kind !== 'raised') return undefined;
    return this.#raised(nameFiles(end.error, file));
  }

  #raised(text: string): RunResult {
    const at = this.#now();
    const traceback = readTraceback(text, at);
    if (this.#isStopWanted && traceback.type === 'KeyboardInterrupt') return this.#result({ end: 'stopped' });
    this.#options.onOutput({ at, stream: 'stderr', text });
    if (this.#isStopWanted) return this.#result({ end: 'stopped' });
    return { end: 'raised', at, traceback };
  }

  /** Follows the program; where it must be ended by force, does that. */
  async #watch(): Promise<FoundEnd> {
    const { line } = this.#options.talk;
    for (;;) {
      try {
        return await watchRun({
          line,
          output: this.#output,
          onText: (text) => this.#tell(text),
          onAsking: (isAsking) => (this.#isAsking = isAsking),
        });
      } catch (error) {
        if (error !== TAKEN) throw error;
      }
      line.hold();
      try {
        if (await this.#force()) return { kind: 'finished', error: '' };
        this.#isStubborn = true;
        this.#options.onStopStep('replug');
      } catch (error) {
        if (error !== TAKEN) throw error;
        line.hold();
      }
      this.#phase = 'watching';
      this.#isAsking = false;
      this.#wake();
    }
  }

  /** Answers whether the run has ended, or shall go on. */
  async #knock(): Promise<boolean> {
    for (const pause of INTERRUPTS) if (await this.#interrupt(pause)) return true;
    if (this.#phase === 'watching') this.#options.onStopStep('flood');
    for (let count = 0; count < FLOOD_COUNT; count++) if (await this.#interrupt(FLOOD_PAUSE)) return true;
    return false;
  }

  /** Answers whether the board is at its friendly prompt. */
  async #force(): Promise<boolean> {
    const { line, policy } = this.#options.talk;
    this.#options.onStopStep('soft-reset');
    // It may have ended in this very moment.
    if (await enterAndLeave(line)) return true;
    for (let count = 0; count < FORCE_COUNT; count++) {
      await line.write('\x03\x04');
      if (await line.readUntil(RAW_PROMPT, FORCE_PAUSE)) return enterAndLeave(line);
    }
    if (!policy.reset) return false;
    this.#options.onStopStep('hard-reset');
    return (await hardReset(line, policy.reset)) && (await leaveRawRepl(line)) !== undefined;
  }

  /** One Ctrl-C, unless the end is near; answers whether the run ended within so many milliseconds, or shall go on. */
  async #interrupt(pause: number): Promise<boolean> {
    if (!this.#isAsking && this.#phase === 'watching')
      await this.#options.talk.line.write('\x03').catch(() => undefined);
    return (await this.#ends(pause)) || !this.#isStopWanted;
  }

  /** Waits for the end, or until nothing more can be done. */
  #ends(limit: number): Promise<boolean> {
    if (this.#phase === 'ended') return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (): void => {
        this.#waiting.delete(finish);
        timer?.dispose();
        resolve(this.#phase === 'ended');
      };
      const { timers } = this.#options.talk.line;
      const timer = limit === Infinity ? undefined : timers.after(limit, finish);
      this.#waiting.add(finish);
    });
  }

  #wake(): void {
    for (const finish of [...this.#waiting]) finish();
  }

  #tell(text: string): void {
    this.#credit.hear(encodeText(text));
    this.#options.onOutput({ at: this.#now(), stream: 'stdout', text });
    this.#feed();
  }

  /** Sends as much input as the board surely takes. */
  #feed(): void {
    if (this.#phase !== 'watching' || this.#isAsking || this.#isStopWanted) return;
    const { line } = this.#options.talk;
    const piece = this.#credit.take(line.timers.now());
    // A write that fails ends the line, and with it the run.
    if (piece !== '') void line.write(piece).catch(() => undefined);
    this.#pump?.dispose();
    this.#pump = this.#credit.isWaiting
      ? line.timers.after(this.#credit.delay(), () => this.#feed())
      : undefined;
  }

  #now(): number {
    return Math.round((this.#options.talk.line.timers.now() - this.#began) * MILLISECOND);
  }

  #result(result: Omit<RunResult, 'at'>): RunResult {
    return { ...result, at: this.#now() };
  }
}

async function enterAndLeave(line: ConversationOptions['line']): Promise<boolean> {
  return (await enterRawRepl(line, ENTER_LIMIT)) && (await leaveRawRepl(line)) !== undefined;
}

function tooMuch(modules: ProgramFiles): DeviceError {
  const sizes = Object.values(modules).map((text) => encodeText(text).length);
  const kilobytes = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / 1024);
  const names = Object.keys(modules).sort();
  const shown =
    names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
  return deviceError(
    'protocol',
    `The modules beside the program (${kilobytes} KB: ${shown}) do not fit into the board’s memory. ` +
      'Take away those that it does not need, or save them on the board and run without them.',
  );
}

function unread(): DeviceError {
  return deviceError('busy', 'The program does not read what was sent to it before. Wait, or stop it.');
}

function restarted(): DeviceError {
  return deviceError(
    'protocol',
    'The board started anew while the program ran: machine.reset(), a watchdog, its RESET button or weak power.',
  );
}
