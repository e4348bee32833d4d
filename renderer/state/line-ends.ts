/** Line ends of a program file. Inside the app a line ends with `\n`; the file keeps what it came with, byte for byte. */

import { Text } from '@codemirror/state';

export type LineEnd = '\n' | '\r\n' | '\r';

export interface Lines {
  readonly doc: Text;
  readonly lineEnd: LineEnd;
}

/** Splits at the one kind of line end that the text uses. Where kinds are mixed, every `\r` stays part of its line. */
export function splitLines(text: string): Lines {
  const kinds = new Set(text.match(/\r\n|\n|\r/g));
  const [only = '\n'] = kinds;
  const lineEnd = kinds.size === 1 ? (only as LineEnd) : '\n';
  return { doc: Text.of(text.split(lineEnd)), lineEnd };
}

/** The inverse of `splitLines`. */
export function joinLines({ doc, lineEnd }: Lines): string {
  const text = doc.toString();
  return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
}
