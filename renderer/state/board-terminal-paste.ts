/** What somebody pastes at a board's prompt: made harmless, and whether it should be looked at before it is sent. Pure. */

export interface Paste {
  /** With `\n` between lines and no control characters but tabs. */
  readonly text: string;
  readonly lines: number;
  /** Control characters that were taken out. */
  readonly removed: number;
  /** Long, or not only what can be seen: shown before it is sent. */
  readonly asks: boolean;
}

const MOST_LINES = 20;
const MOST_LETTERS = 2000;

/** Control characters but tab and line feed, and marks that turn the direction of text or hide in it. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

export function readPaste(pasted: string): Paste {
  const lined = pasted.replaceAll(/\r\n?|\u2028|\u2029/g, '\n');
  const text = lined.replaceAll(INVISIBLE, '');
  const lines = text.replace(/\n$/, '').split('\n').length;
  const removed = lined.length - text.length;
  return { text, lines, removed, asks: removed > 0 || lines > MOST_LINES || text.length > MOST_LETTERS };
}
