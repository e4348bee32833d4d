/**
 * How our own code on the board prints, so that nobody can be mistaken for it: each piece between marks that hold a random word.
 * What comes outside of them (a thread in the background, the raw REPL itself) is kept apart. Knows no line.
 */

/** Names in the board's globals while a conversation lasts. */
const HELPER = '_pinlab';

/**
 * Python that makes `print` mark its text, and a helper that marks the end. One write a print, so that a thread comes between
 * prints, not within.
 */
export function framePrologue(word: string): string {
  return [
    'import sys',
    "def print(*a,sep=' ',end='\\n',**k):",
    ` sys.stdout.write('\\x02${word}'+sep.join([str(x) for x in a])+end+'\\x03${word}')`,
    `def ${HELPER}():`,
    ` sys.stdout.write('\\x06${word}')`,
    '',
  ].join('\n');
}

/** The last statement of each piece of code. */
export const FRAME_END = `\n${HELPER}()\n`;

/** Takes the names away again. */
export const FRAME_EPILOGUE = `del print,${HELPER}`;

const FAILURE =
  /\x04((?:Traceback \(most|[A-Z]\w*(?:Error|Exception|Interrupt|Exit|Iteration)\b)[\s\S]*?\r\n)\x04/; // eslint-disable-line no-control-regex
/** The board has begun anew: a watchdog, a reset, weak power. */
const RESTART = /soft reboot\r\n|(?:Micro|Circuit)Python [^\r\n]*\r\n|raw REPL; CTRL-B/;

export type FrameEvent =
  | { readonly kind: 'printed'; readonly binary: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'raised'; readonly binary: string }
  | { readonly kind: 'restarted' };

export class FrameReader {
  readonly #begin: string;
  readonly #end: string;
  readonly #done: string;
  #text = '';
  /** What was outside of marks, the last of it. */
  #outside = '';

  constructor(word: string) {
    this.#begin = `\x02${word}`;
    this.#end = `\x03${word}`;
    this.#done = `\x06${word}`;
  }

  /** Whether a mark has begun and not ended: the board is in the midst of telling something. */
  get isWithin(): boolean {
    return this.#text.startsWith(this.#begin);
  }

  /** What came after the last event. */
  rest(): string {
    const rest = this.#text;
    this.#text = '';
    return rest;
  }

  take(binary: string): FrameEvent[] {
    this.#text += binary;
    const events: FrameEvent[] = [];
    for (let event = this.#next(); event; event = this.#next()) {
      events.push(event);
      if (event.kind !== 'printed') break;
    }
    return events;
  }

  #next(): FrameEvent | undefined {
    const begin = this.#text.indexOf(this.#begin);
    const done = this.#text.indexOf(this.#done);
    if (begin >= 0 && (done < 0 || begin < done)) {
      this.#leave(begin);
      const end = this.#text.indexOf(this.#end);
      if (end < 0) return undefined;
      const printed = this.#text.slice(this.#begin.length, end);
      this.#text = this.#text.slice(end + this.#end.length);
      return { kind: 'printed', binary: printed };
    }
    if (done >= 0) {
      this.#leave(done);
      this.#text = this.#text.slice(this.#done.length);
      return { kind: 'done' };
    }
    // A mark may have begun at the very end.
    this.#leave(Math.max(0, this.#text.length - this.#begin.length + 1));
    return this.#ending();
  }

  #leave(length: number): void {
    this.#outside = (this.#outside + this.#text.slice(0, length)).slice(-8192);
    this.#text = this.#text.slice(length);
  }

  #ending(): FrameEvent | undefined {
    const outside = this.#outside + this.#text;
    const failure = FAILURE.exec(outside);
    const restart = failure ? undefined : RESTART.exec(outside);
    if (!failure && !restart) return undefined;
    this.#outside = '';
    this.#text = '';
    return failure ? { kind: 'raised', binary: failure[1] ?? '' } : { kind: 'restarted' };
  }
}
