/** Moves lines of Python to another indentation. */

const LITERAL_OR_BREAK =
  /#[^\r\n]*|('''|""")(?:\\[\s\S]|(?!\1)[\s\S])*\1|'(?:\\.|[^'\\\r\n])*'|"(?:\\.|[^"\\\r\n])*"|(?:\r\n|\r|\n)([ \t]*)(?=([\s\S]|$))/g;

/**
 * Replaces the indentation `from` of every line but the first by `to`. Lines inside a text literal and blank lines stay as they
 * are; line breaks outside of literals become `newline`.
 */
export function reindent(text: string, from: string, to: string, newline: string): string {
  return text.replace(
    LITERAL_OR_BREAK,
    (found, _quote, space: string | undefined, next: string | undefined) => {
      if (space === undefined) return found;
      if (next === '\n' || next === '\r' || next === '') return newline + space;
      return newline + (space.startsWith(from) ? to + space.slice(from.length) : space);
    },
  );
}
