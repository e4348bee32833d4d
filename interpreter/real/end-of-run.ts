/**
 * Tells a program's output from what the raw REPL says around it. The REPL puts one byte (\x04) after the output, the exception and
 * one more after it, then its prompt; a program may print all of these too. So nothing is an end before it is quiet, and even then
 * only the caller can make sure (watch-run.ts). Text is held back only while it may still turn out not to be output.
 */

import { decodeText, TextPieces } from './bytes.ts';

/** What the run has come to, if it has. */
export interface FoundEnd {
  /** `exited`: by SystemExit, after which the board has reset itself. `restarted`: by a reset of the whole board. */
  readonly kind: 'finished' | 'raised' | 'exited' | 'restarted';
  /** Text of the exception, as the board printed it; empty where there was none. */
  readonly error: string;
}

/** Quiet for so long, and what looks like an end may be one. Milliseconds, as all here. */
export const END_QUIET = 25;
/** How long text is held that may be the beginning of something else. */
const SHORT_HOLD = 60;
const LONG_HOLD = 2000;
const REBOOT_HOLD = 10_000;
/** More than this is not held back, and not looked at again. */
const MAX_HELD = 16_384;

/** So much of what was given out is kept for recognizing what follows. */
const LOOK_BACK = 1024;

const HEADING = 'Traceback (most recent call last):';
const MARKED_HEADING = `\x04${HEADING}`;
const RESTART = /(?:Micro|Circuit)Python [^\r\n]*\r\n(?:Type "help\(\)"[^\r\n]*\r\n)?>>> $/;
/* eslint-disable no-control-regex */
const RAW_PROMPT_LAST = /raw REPL; CTRL-B to exit[\r\n]+>$/;
const PLACE = / {2}File "[^"\r\n]*", line \d+(?:, in [^\r\n]*)?\r\n/;
const WITH_PLACES = new RegExp(
  `Traceback \\(most recent call last\\):\\r\\n(?:${PLACE.source})*[A-Za-z_][\\w.]*(?:: [^]*)?`,
);
/** Where memory was short, or the exception came from outside. */
const WITHOUT_PLACES = /[A-Z]\w*(?:Error|Exception|Interrupt|Exit|Iteration)(?:: [^\n]*)?/;
const ERROR_END = new RegExp(`^\\x04(?:${WITH_PLACES.source}|${WITHOUT_PLACES.source})\\r\\n\\x04>$`);
const BARE_BEGINNING = /^\x04[A-Z]\w*(?::(?: [^\r\n]*)?)?(?:\r(?:\n(?:\x04>?)?)?)?$/;
/* eslint-enable no-control-regex */

const NO_ERROR_END = '\x04\x04>';
const LATER_GREETING = '\x04\x04>\r\nMicroPython ';
const REBOOTS = ['\x04\x04MPY: ', '\x04\x04\r\nMPY: '];

export class RunOutput {
  readonly #text = new TextPieces();
  /** The last of all that came; the first `#shown` bytes of it were given out. */
  #recent = '';
  #shown = 0;
  /** Where something that looked like an end, but was none, ended. */
  #refuted = -1;

  /** Takes bytes and gives the output that is certain. */
  take(binary: string): string {
    this.#recent += binary;
    return this.#show(this.#holdFrom());
  }

  /** How long it may be quiet before `settle` has something to say. */
  get patience(): number {
    if (this.#end() !== undefined) return END_QUIET;
    const held = this.#recent.slice(this.#shown);
    if (held === '' || held === '\x04' || held === '\x04\x04' || held === NO_ERROR_END) return Infinity;
    if (REBOOTS.some((reboot) => held.startsWith(reboot))) return REBOOT_HOLD;
    return held.startsWith(MARKED_HEADING) ? LONG_HOLD : SHORT_HOLD;
  }

  /** To be called when it was quiet for `patience`: an end that may be one, or more output. */
  settle(): { readonly end?: FoundEnd; readonly text: string } {
    const end = this.#end();
    if (!end) return { text: this.#show(this.#recent.length) };
    return { end: { kind: end.kind, error: decodeText(end.error) }, text: '' };
  }

  /** The end was none: the program said this and goes on. */
  refute(): void {
    this.#refuted = this.#recent.length;
  }

  /** The end was one: gives the output that is left. */
  finish(): string {
    const end = this.#end();
    const rest = end ? this.#show(Math.max(this.#shown, end.at)) : this.#show(this.#recent.length);
    return rest + this.#text.end();
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
    const recent = this.#recent;
    if (this.#refuted === recent.length) return undefined;
    const restart = recent.endsWith('>>> ') ? RESTART.exec(recent) : undefined;
    if (!restart) return promptedEnd(recent);
    // Greeted because the board read a question of ours only after its program had ended.
    const before = recent.slice(0, restart.index);
    const earlier = before.endsWith('\x04>\r\n') ? promptedEnd(before.slice(0, -2)) : undefined;
    return earlier ?? { kind: 'restarted', at: recent.length, error: '' };
  }
}

interface PossibleEnd {
  readonly kind: FoundEnd['kind'];
  /** Where the output ends. */
  readonly at: number;
  readonly error: string;
}

/** The end of text that ends with the prompt of the raw REPL. */
function promptedEnd(recent: string): PossibleEnd | undefined {
  if (recent.endsWith(NO_ERROR_END))
    return { kind: 'finished', at: recent.length - NO_ERROR_END.length, error: '' };
  if (recent.endsWith('\r\n\x04>')) {
    const first = recent.length - MAX_HELD;
    for (
      let at = recent.lastIndexOf('\x04', recent.length - 3);
      at >= 0;
      at = recent.lastIndexOf('\x04', at - 1)
    ) {
      if (ERROR_END.test(recent.slice(at))) return { kind: 'raised', at, error: recent.slice(at + 1, -2) };
      if (at === 0 || at < first) break;
    }
  }
  // An end whose beginning was lost: the caller's question tells.
  if (recent.endsWith('\x04>')) return { kind: 'finished', at: recent.length - 2, error: '' };
  const exit = Math.max(...REBOOTS.map((reboot) => recent.lastIndexOf(reboot)));
  return exit >= 0 && RAW_PROMPT_LAST.test(recent) ? { kind: 'exited', at: exit, error: '' } : undefined;
}

/** @param rest from a \x04 on. */
function mayBecomeEnd(rest: string): boolean {
  const beginnings = [LATER_GREETING, MARKED_HEADING, ...REBOOTS];
  return beginnings.some((one) => one.startsWith(rest) || rest.startsWith(one)) || BARE_BEGINNING.test(rest);
}
