/** A host, a program and a wall clock for tests of the timekeeper: the wall clock moves only while the worker waits, or when told. */

import { VirtualClock } from '../../clock/virtual-clock.ts';
import type { Speed } from '../../device/capability.ts';
import { Breakpoints } from '../breakpoints.ts';
import { Interrupts } from '../interrupts.ts';
import type { PythonCallable } from '../micropython.ts';
import type { SharedInput, WorkerControl } from '../shared-control.ts';
import { Timekeeper } from '../timekeeper.ts';

/** Of a statement, ns. */
export const COST = 10_000;

export function createRun({ speed = 'max' as Speed, limit = undefined as number | undefined } = {}) {
  const clock = new VirtualClock();
  const state = {
    wall: 5000,
    /** Wall time that a statement takes, ms. */
    statementTakes: 0,
    speed,
    paused: false,
    stopRequested: false,
    news: false,
    inputs: [] as SharedInput[],
    waits: [] as number[],
    told: [] as number[],
    flushes: 0,
    /** The line of each pause, and `resumed`. */
    pausedTold: [] as (number | 'resumed')[],
    interrupted: 0,
    /** Called at each wait of the worker. */
    onWait: (): void => undefined,
    onInput: (_input: SharedInput): void => undefined,
  };
  const control = {
    get speed() {
      return state.speed;
    },
    get paused() {
      return state.paused;
    },
    get stopRequested() {
      return state.stopRequested;
    },
    hasBacklog: false,
    hasNews: () => state.news && !(state.news = false),
    takeInputs: () => state.inputs.splice(0),
    tell: (now: number) => state.told.push(now),
    pause: () => void (state.paused = true),
    wait(milliseconds: number) {
      state.waits.push(milliseconds);
      if (state.waits.length > 10_000) throw new Error('waits for ever');
      state.wall += milliseconds;
      state.onWait();
    },
  };
  const errors: string[] = [];
  const interrupts = new Interrupts({
    onError: (text) => errors.push(text),
    onOverflow: () => errors.push('overflow'),
  });
  const breakpoints = new Breakpoints([]);
  const time = new Timekeeper({
    clock,
    // Structural: the class has private members.
    control: control as unknown as WorkerControl,
    statementCost: COST,
    limit,
    wall: () => state.wall,
    interrupts,
    onInput: (input) => state.onInput(input),
    breakpoints,
    onPaused: (line) => state.pausedTold.push(line),
    onResumed: () => state.pausedTold.push('resumed'),
    flush: () => void (state.flushes += 1),
    flushIfDue: () => undefined,
  });
  const program = {
    fuel: 0,
    line: 1,
    raiseKeyboardInterrupt(): void {
      state.interrupted += 1;
    },
  };
  time.start(program);
  /** Runs so many statements as the line hook does. */
  const run = (statements: number): void => {
    for (let i = 0; i < statements; i++) {
      state.wall += state.statementTakes;
      program.fuel -= 1;
      if (program.fuel <= 0) time.onTick();
    }
  };
  const waited = (): number => state.waits.reduce((sum, wait) => sum + wait, 0);
  return { clock, breakpoints, time, program, state, interrupts, errors, run, waited };
}

export const handler = (call: () => void): PythonCallable => call as unknown as PythonCallable;
