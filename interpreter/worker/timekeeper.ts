/**
 * Moves the virtual clock with the program: each statement costs the board's time, `sleep` jumps, and in paced mode wall time is kept up
 * with. On the way it looks at what the host wants (inputs, pause, stop), pauses at breakpoints and runs interrupt handlers. It knows
 * no hardware.
 */

import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { Breakpoints } from './breakpoints.ts';
import type { Interrupts } from './interrupts.ts';
import { RunEnded } from './run-ended.ts';
import type { SharedInput, WorkerControl } from './shared-control.ts';

const MS = 1_000_000;
/** Statements between two looks at the host: about a millisecond of wall time. */
const CHUNK = 1000;
/** Virtual time may run ahead of wall time by this much before the worker waits, ms. */
const AHEAD_MS = 4;
/** Further behind than this, paced time gives up catching up and goes on from where it is, ms. */
const BEHIND_MS = 50;
/** Wall time that a program has between KeyboardInterrupt and being ended by force, ms. */
const GRACE_MS = 25;
/** How often a waiting worker looks up, ms. */
const LOOK_UP_MS = 200;

/** The part of the interpreter that time needs. */
export interface Program {
  fuel: number;
  readonly line: number;
  raiseKeyboardInterrupt(): void;
}

export interface TimekeeperOptions {
  readonly clock: VirtualClock;
  readonly control: WorkerControl;
  /** Cost of a statement, ns. */
  readonly statementCost: number;
  /** Virtual instant at which the run ends, ns. */
  readonly limit: number | undefined;
  /** Wall time, ms. */
  readonly wall: () => number;
  readonly interrupts: Interrupts;
  readonly breakpoints: Breakpoints;
  readonly onInput: (input: SharedInput) => void;
  /** Called when all inputs were taken; may throw to end whatever runs. */
  readonly afterInput?: () => void;
  /** @param line of the program, or 0. */
  readonly onPaused: (line: number) => void;
  readonly onResumed: () => void;
  readonly flush: () => void;
  readonly flushIfDue: () => void;
}

export class Timekeeper {
  readonly #options: TimekeeperOptions;
  readonly #limit: number;
  #program: Program | undefined;
  /** Virtual time and fuel at the last grant. */
  #base = 0;
  #granted = 0;
  /** A pair of instants that belong together: virtual ns, wall ms. */
  #anchor = { virtual: 0, wall: 0 };
  #speed: number | 'max';
  #interruptedAt: number | undefined;
  #interruptRequested = false;

  constructor(options: TimekeeperOptions) {
    this.#options = options;
    this.#limit = options.limit ?? Infinity;
    this.#speed = options.control.speed;
  }

  /** Virtual time now, ns; counts the statements since the last grant. */
  get now(): number {
    const { clock, statementCost } = this.#options;
    if (!this.#program) return clock.now();
    return Math.max(clock.now(), this.#base + (this.#granted - this.#program.fuel) * statementCost);
  }

  /** True once the program was told to stop. */
  get wasInterrupted(): boolean {
    return this.#interruptedAt !== undefined;
  }

  /** Begins to count statements. */
  start(program: Program): void {
    this.#program = program;
    this.#anchor = { virtual: this.#options.clock.now(), wall: this.#options.wall() };
    this.#grant();
  }

  /** Ends counting; time stands still from here. */
  end(): void {
    this.sync();
    this.#program = undefined;
  }

  /** The granted statements are used up. */
  onTick(): void {
    this.sync();
    this.#pauseAtBreakpoint();
    this.#attend();
    this.#letWallTimeCatchUp();
    this.#grant();
  }

  /** Ctrl-C: KeyboardInterrupt as soon as the program can take it. */
  requestInterrupt(): void {
    this.#interruptRequested = true;
  }

  /** Forgets a Ctrl-C that nobody took. */
  forgetInterrupt(): void {
    this.#interruptRequested = false;
  }

  /** Looks at once at everything that may want attention. */
  checkpoint(): void {
    this.sync();
    this.#attend();
    this.#grant();
  }

  /** Brings the clock up to the statements that have run. Called before the hardware is used. */
  sync(): void {
    const { clock } = this.#options;
    clock.advanceTo(Math.min(this.now, this.#limit));
    this.#base = clock.now();
    if (this.#program) this.#granted = this.#program.fuel;
  }

  /** Runs what became due, and grants statements up to the next alarm. Called after the hardware was used. */
  settle(): void {
    const { interrupts, clock } = this.#options;
    if (interrupts.isPending) interrupts.run(() => this.#interruptMain());
    if ((clock.nextDue() ?? Infinity) < this.#base + this.#granted * this.#options.statementCost)
      this.#grant();
  }

  /** Sleeps until a virtual instant, ns. Interrupt handlers run meanwhile. */
  sleepUntil(target: number): void {
    this.#sleep(target, () => false);
  }

  /** Sleeps until a virtual instant, or until an interrupt handler has run. */
  sleepUntilInterrupt(target: number): void {
    const { interrupts } = this.#options;
    const { handled } = interrupts;
    this.#sleep(target, () => interrupts.handled !== handled);
  }

  /** Waits for input from the host. Virtual time follows wall time in paced mode and stands still otherwise. */
  waitFor(isThere: () => boolean): void {
    const { clock, control, flush } = this.#options;
    this.sync();
    while (!isThere()) {
      this.#attend();
      if (isThere()) break;
      if (this.#speed === 'max') {
        flush();
        control.wait(LOOK_UP_MS);
      } else {
        this.#sleep(clock.now() + AHEAD_MS * MS * this.#speed, isThere);
      }
    }
    this.#grant();
  }

  #sleep(target: number, isOver: () => boolean): void {
    const { clock } = this.#options;
    this.sync();
    while (clock.now() < target && !isOver()) {
      const next = Math.min(target, clock.nextDue() ?? Infinity, this.#limit);
      clock.advanceTo(this.#pace(next));
      this.#attend();
    }
    this.#grant();
  }

  /** Waits until wall time reaches the virtual instant; answers how far virtual time may go. */
  #pace(next: number): number {
    if (this.#speed === 'max' || this.#interruptedAt !== undefined) return next;
    const { clock, control, wall, flush } = this.#options;
    const dueIn = this.#wallTimeOf(next, this.#speed) - wall();
    if (dueIn < -BEHIND_MS) this.#anchorAt(next);
    if (dueIn <= AHEAD_MS) return next;
    flush();
    control.wait(Math.min(dueIn, LOOK_UP_MS));
    const reached = this.#anchor.virtual + (wall() - this.#anchor.wall) * MS * this.#speed;
    return Math.min(next, Math.max(clock.now(), Math.floor(reached)));
  }

  /** A program that computes is slowed down, as one that sleeps is. */
  #letWallTimeCatchUp(): void {
    const { clock, control, wall } = this.#options;
    while (this.#speed !== 'max' && this.#interruptedAt === undefined) {
      const ahead = this.#wallTimeOf(clock.now(), this.#speed) - wall();
      if (ahead < -BEHIND_MS) this.#anchorAt(clock.now());
      if (ahead <= AHEAD_MS) return;
      control.wait(Math.min(ahead, LOOK_UP_MS));
      this.#attend();
    }
  }

  /** Looks at everything that may want attention now. May raise KeyboardInterrupt or end the run. */
  #attend(): void {
    const { clock, control, interrupts, flushIfDue } = this.#options;
    if (control.hasNews()) this.#readNews();
    this.#options.afterInput?.();
    if (clock.now() >= this.#limit) throw new RunEnded('time-limit');
    if (interrupts.isPending) interrupts.run(() => this.#interruptMain());
    flushIfDue();
    control.tell(clock.now(), this.#program?.line ?? 0);
    if (control.stopRequested) this.#stop();
    else if (this.#interruptRequested) {
      this.#interruptRequested = false;
      this.#interruptMain();
    }
  }

  #readNews(): void {
    const { clock, control, onPaused, onResumed, flush } = this.#options;
    this.#takeInputs();
    if (control.paused && !control.stopRequested) {
      flush();
      onPaused(this.#program?.line ?? 0);
      while (control.paused && !control.stopRequested) {
        control.wait(LOOK_UP_MS);
        if (control.hasNews()) this.#takeInputs();
      }
      onResumed();
      this.#anchorAt(clock.now());
    }
    if (control.speed !== this.#speed) {
      this.#speed = control.speed;
      this.#anchorAt(clock.now());
    }
  }

  #takeInputs(): void {
    const { control, onInput, flush } = this.#options;
    for (const input of control.takeInputs()) onInput(input);
    if (control.hasBacklog) flush();
  }

  /** Pauses before the statement that is about to run. A program that is being stopped may clean up. */
  #pauseAtBreakpoint(): void {
    const { breakpoints, control } = this.#options;
    if (!breakpoints.has(this.#program?.line ?? 0) || this.wasInterrupted) return;
    control.pause();
    this.#readNews();
  }

  #stop(): void {
    const { wall } = this.#options;
    if (this.#interruptedAt === undefined) {
      this.#interruptedAt = wall();
      this.#grant();
      this.#program?.raiseKeyboardInterrupt();
    } else if (wall() - this.#interruptedAt > GRACE_MS) throw new RunEnded('stopped');
  }

  /** A handler was ended by Ctrl-C: the main program gets the interrupt too. */
  #interruptMain(): void {
    this.#grant();
    this.#program?.raiseKeyboardInterrupt();
  }

  #grant(): void {
    const { clock, statementCost, breakpoints } = this.#options;
    if (!this.#program) return;
    this.#base = clock.now();
    const due = Math.min(clock.nextDue() ?? Infinity, this.#limit);
    const until = Math.ceil((due - this.#base) / statementCost);
    const paced = this.#speed === 'max' ? CHUNK : Math.ceil((AHEAD_MS * MS * this.#speed) / statementCost);
    this.#granted = Math.max(1, Math.min(breakpoints.exist ? 1 : CHUNK, paced, until));
    this.#program.fuel = this.#granted;
  }

  #wallTimeOf(virtual: number, speed: number): number {
    return this.#anchor.wall + (virtual - this.#anchor.virtual) / MS / speed;
  }

  #anchorAt(virtual: number): void {
    this.#anchor = { virtual, wall: this.#options.wall() };
  }
}
