/**
 * Sorts what a terminal sends while single keys are read: keys to pass on, pasted text (bracketed paste), and the keys that leave. Knows
 * no board.
 */

export type KeyEvent =
  | { readonly kind: 'keys'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'leave' };

/** Asks the terminal to mark what is pasted. */
export const PASTE_MARKS_ON = '\u001b[?2004h';
export const PASTE_MARKS_OFF = '\u001b[?2004l';

const PASTE_BEGIN = '\u001b[200~';
const PASTE_END = '\u001b[201~';
/** Ctrl-] and Ctrl-X. */
const LEAVE = ['\u001d', '\u0018'] as const;

export class KeyReader {
  /** Read but not sorted yet: a mark that is not whole, or a paste that is not. */
  #waiting = '';
  #pasting = false;

  /** A key that is the beginning of a mark waits for the next one; Escape alone does not. */
  feed(text: string): KeyEvent[] {
    this.#waiting += text;
    const events: KeyEvent[] = [];
    for (let event = this.#next(); event; event = this.#next()) events.push(event);
    return events;
  }

  #next(): KeyEvent | undefined {
    return this.#pasting ? this.#nextPaste() : this.#nextKeys();
  }

  #nextPaste(): KeyEvent | undefined {
    const end = this.#waiting.indexOf(PASTE_END);
    if (end < 0) return undefined;
    const text = this.#waiting.slice(0, end).replace(/\r\n?/g, '\n');
    this.#waiting = this.#waiting.slice(end + PASTE_END.length);
    this.#pasting = false;
    return { kind: 'paste', text };
  }

  #nextKeys(): KeyEvent | undefined {
    const begin = this.#waiting.indexOf(PASTE_BEGIN);
    const until = begin < 0 ? this.#waiting.length - unfinishedMark(this.#waiting) : begin;
    const keys = this.#waiting.slice(0, until);
    const leave = [...keys].findIndex((key) => LEAVE.some((other) => other === key));
    if (leave === 0) {
      this.#waiting = '';
      return { kind: 'leave' };
    }
    const text = leave < 0 ? keys : [...keys].slice(0, leave).join('');
    this.#waiting = this.#waiting.slice(text.length);
    if (text !== '') return { kind: 'keys', text };
    if (begin !== 0) return undefined;
    this.#waiting = this.#waiting.slice(PASTE_BEGIN.length);
    this.#pasting = true;
    return this.#nextPaste();
  }
}

/** How much of the end may be the beginning of a mark. A lone Escape is a key. */
function unfinishedMark(text: string): number {
  for (let length = PASTE_BEGIN.length - 1; length >= 2; length--)
    if (text.endsWith(PASTE_BEGIN.slice(0, length))) return length;
  return 0;
}
