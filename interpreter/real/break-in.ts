/**
 * Gets a board's attention, whatever it does: from listening, over Ctrl-C, to a reset by the control lines. Each step is announced
 * before it is tried. Ends at the raw REPL, or with an error that says what to do.
 */

import type { ConnectStep } from '../device/link.ts';
import { type DeviceError, deviceError } from '../device/device-error.ts';
import type { Line } from './line.ts';
import type { LinePolicy, LineStep } from './line-policy.ts';
import { enterRawRepl, FRIENDLY_PROMPT, RAW_PROMPT } from './raw-repl.ts';

const LISTEN = 150;
const PROBE = 150;
/** Between the first Ctrl-Cs. */
const INTERRUPT_PAUSE = 100;
const INTERRUPT_LIMIT = 300;
const RAW_ATTEMPT = 2000;
const RAW_ATTEMPTS = 5;
const SOFT_RESET_LIMIT = 3000;
const KNOCK_PAUSE = 20;
const KNOCK_LIMIT = 3000;

export interface BreakInOptions {
  readonly line: Line;
  readonly policy: LinePolicy;
  /** The board has just come back: it boots, and may be caught before its program begins. */
  readonly isBooting: boolean;
  readonly announce: (step: ConnectStep) => void;
}

/** Resolves at the raw REPL. Rejects with `no-answer` or `not-micropython`. */
export async function breakIn({ line, policy, isBooting, announce }: BreakInOptions): Promise<void> {
  line.heard = '';
  if (isBooting) {
    announce('interrupting');
    if ((await knock(line)) && (await enterRawRepl(line, RAW_ATTEMPT))) return;
  } else {
    announce('listening');
    await listen(line);
    if (!(await probe(line))) {
      announce('interrupting');
      await interrupt(line);
    }
  }
  announce('raw-repl');
  for (let attempt = 0; attempt < RAW_ATTEMPTS; attempt++) {
    // A program may be between two pieces of work: Ctrl-C goes first each time.
    if (attempt > 0) await line.write('\x03');
    if (await enterRawRepl(line, RAW_ATTEMPT)) return;
  }
  announce('soft-reset');
  await line.write('\x03\x01\x04');
  if (await line.readUntil(RAW_PROMPT, SOFT_RESET_LIMIT)) {
    if (await enterRawRepl(line, RAW_ATTEMPT)) return;
  }
  if (policy.reset) {
    announce('hard-reset');
    if (await hardReset(line, policy.reset)) return;
  }
  throw silence(line.heard);
}

/** Restarts the board by its lines and catches it before its program begins. Answers whether it is at the raw REPL. */
export async function hardReset(line: Line, reset: readonly LineStep[]): Promise<boolean> {
  for (const step of reset) {
    if ('wait' in step) await line.pause(step.wait);
    else await line.setSignals(step);
  }
  line.discard();
  return (await knock(line)) && (await enterRawRepl(line, RAW_ATTEMPT));
}

/** Keeps whatever the board says in `heard` alone. */
async function listen(line: Line): Promise<void> {
  const end = line.timers.now() + LISTEN;
  for (let left = LISTEN; left > 0; left = end - line.timers.now()) await line.read(left);
}

/** Whether the board waits at its friendly prompt. */
async function probe(line: Line): Promise<boolean> {
  await line.write('\r');
  return (await line.readUntil(FRIENDLY_PROMPT, PROBE)) !== undefined;
}

async function interrupt(line: Line): Promise<void> {
  for (let count = 0; count < 3; count++) {
    await line.write(count === 0 ? '\r\x03' : '\x03');
    if (await line.readUntil(FRIENDLY_PROMPT, count < 2 ? INTERRUPT_PAUSE : INTERRUPT_LIMIT)) return;
  }
}

/** Ctrl-C again and again, until there is a prompt. */
async function knock(line: Line): Promise<boolean> {
  const end = line.timers.now() + KNOCK_LIMIT;
  let text = '';
  while (line.timers.now() < end) {
    await line.write('\x03');
    const next = line.timers.now() + KNOCK_PAUSE;
    for (let left = KNOCK_PAUSE; left > 0; left = next - line.timers.now()) {
      text = (text + (await line.read(left))).slice(-200);
      if (FRIENDLY_PROMPT.test(text) || RAW_PROMPT.test(text)) return true;
    }
  }
  return false;
}

function silence(heard: string): DeviceError {
  const readable = heard.replace(/[^\x20-\x7e]+/g, ' ').trim();
  if (readable === '') return deviceError('no-answer');
  // What MicroPython says when it is interrupted, or while it starts.
  if (/MicroPython|KeyboardInterrupt|Traceback|>>> |raw REPL|MPY:/.test(heard))
    return deviceError('no-answer');
  return deviceError(
    'not-micropython',
    `What answers does not do what MicroPython does. It says: “${readable.slice(0, 60)}”. If a program on the board says this, ` +
      'press RESET or plug the board in again. Otherwise install MicroPython on the board first.',
  );
}
