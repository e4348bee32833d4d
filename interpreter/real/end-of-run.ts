/**
 * Tells a program's output from what the raw REPL says around it. The REPL puts one byte (\x04) after the output, the exception and
 * one more after it, then its prompt; a program may print all of these too. So nothing is an end before it is quiet, and even then
 * only the caller can make sure (watch-run.ts). Text is held back only while it may still turn out not to be output.
 */

import { decodeText, TextPieces } from './bytes.ts';
import {
  MARKED_HEADING,
  MAX_HELD,
  mayBecomeEnd,
  NO_ERROR_END,
  type PossibleEnd,
  possibleEnd,
  REBOOTS,
} from './possible-end.ts';

/** What the run has come to, if it has. */
export interface FoundEnd {
  readonly kind: PossibleEnd['kind'];
  /** Text of the exception, as the board printed it; empty where there was none. */
  readonly error: string;
}

/** Quiet for so long, and what looks like an end may be one. Milliseconds, as all here. */
export const END_QUIET = 25;
/** How long text is held that may be the beginning of something else. */
const SHORT_HOLD = 60;
const LONG_HOLD = 2000;
const REBOOT_HOLD = 10_000;
/** Quiet for so long after bytes that belong to an end: one of them may have been lost. */
const DOUBT = 1000;
/** Such a byte was followed by something else: another byte was lost, or somebody in the background goes on talking. */
const SUSPICION = 300;

/** So much of what was given out is kept for recognizing what follows. */
const LOOK_BACK = 1024;

export class RunOutput {
  readonly #text = new TextPieces();
  /** The last of all that came; the first `#shown` bytes of it were given out. */
  #recent = '';
  #shown = 0;
  /** Where something that looked like an end, but was none, ended. */
  #refuted = -1;
  /** Where something that may have been a part of an end ended, before more came. */
  #suspect = -1;

  /** Takes bytes and gives the output that is certain. */
  take(binary: string): string {
    const from = Math.max(0, this.#recent.length - 1);
    this.#recent += binary;
    const mark = this.#recent.lastIndexOf('\x04', this.#recent.length - 2);
    if (mark >= from && mark >= this.#refuted) this.#suspect = mark + 1;
    return this.#show(this.#holdFrom());
  }

  /** Whether an end may have been talked over: then it must be asked for, even if it never gets quiet. */
  get isSuspicious(): boolean {
    return this.#suspect >= 0;
  }

  /** How long it may be quiet before `settle` has something to say. */
  get patience(): number {
    if (this.#end()) return END_QUIET;
    return Math.min(this.#hold(), this.#doubt());
  }

  /** To be called when it was quiet for so long: an end that may be one, or more output. */
  settle(quiet: number): { readonly end?: FoundEnd; readonly text: string } {
    const end = this.#end() ?? (quiet >= this.#doubt() ? this.#doubtfulEnd() : undefined);
    if (end) return { end: { kind: end.kind, error: decodeText(end.error) }, text: '' };
    return { text: quiet >= this.#hold() ? this.#show(this.#recent.length) : '' };
  }

  /** The end was none: the program said this and goes on. */
  refute(): void {
    this.#refuted = this.#recent.length;
    this.#suspect = -1;
  }

  /** The end was one: gives the output that is left. */
  finish(): string {
    const end = this.#end() ?? this.#doubtfulEnd();
    const rest = end ? this.#show(Math.max(this.#shown, end.at)) : this.#show(this.#recent.length);
    return rest + this.#text.end();
  }

  /** How long text is held. */
  #hold(): number {
    const held = this.#recent.slice(this.#shown);
    if (held === '' || held === '\x04' || held === '\x04\x04' || held === NO_ERROR_END) return Infinity;
    if (this.#isRebooting) return Infinity;
    return held.startsWith(MARKED_HEADING) ? LONG_HOLD : SHORT_HOLD;
  }

  /** After how much quiet a doubtful end is asked for. */
  #doubt(): number {
    if (this.#refuted === this.#recent.length) return Infinity;
    if (this.#isRebooting) return REBOOT_HOLD;
    if (this.isSuspicious) return SUSPICION;
    return this.#recent.endsWith('\x04') ? DOUBT : Infinity;
  }

  get #isRebooting(): boolean {
    return REBOOTS.some((reboot) => this.#recent.startsWith(reboot, this.#shown));
  }

  #show(until: number): string {
    const from = this.#shown;
    this.#shown = Math.max(from, until);
    const text = this.#text.take(this.#recent.slice(from, this.#shown));
    if (this.#shown > 2 * LOOK_BACK) this.#forget();
    return text;
  }

  /** Lets go of what was given out, but for its end and for an exception that came with a long pause in its text. */
  #forget(): void {
    const heading = this.#recent.lastIndexOf(MARKED_HEADING);
    const kept = heading >= 0 && this.#recent.length - heading < MAX_HELD ? heading : Infinity;
    const surplus = Math.min(this.#shown - LOOK_BACK, kept);
    this.#recent = this.#recent.slice(surplus);
    this.#shown -= surplus;
    this.#refuted -= surplus;
    this.#suspect = Math.max(-1, this.#suspect - surplus);
  }

  /** The first byte that may not be output. */
  #holdFrom(): number {
    const { length } = this.#recent;
    if (length - this.#shown > MAX_HELD) return length - 2;
    for (
      let at = this.#recent.indexOf('\x04', this.#shown);
      at >= 0;
      at = this.#recent.indexOf('\x04', at + 1)
    )
      if (mayBecomeEnd(this.#recent.slice(at))) return at;
    return length;
  }

  #end(): PossibleEnd | undefined {
    return this.#refuted === this.#recent.length ? undefined : possibleEnd(this.#recent);
  }

  /** An end of which something is missing, or that was talked over. */
  #doubtfulEnd(): PossibleEnd {
    if (this.#isRebooting) return { kind: 'exited', at: this.#shown, error: '' };
    if (!this.isSuspicious) return { kind: 'finished', at: this.#shown, error: '' };
    const end = possibleEnd(`${this.#recent.slice(0, this.#suspect)}>`);
    return { kind: end?.kind ?? 'finished', at: this.#recent.length, error: end?.error ?? '' };
  }
}
