/** Whether a statement typed at the prompt needs more lines, and how the next one is indented. Knows text only. */

const COMPOUND = /^(?:@|(?:if|while|for|try|with|def|class|async)(?![A-Za-z0-9_]))/;
/** A word that is not all there yet may still become `else`. */
const BEGINS_STATEMENT = /^(?!(?:else|elif|except|finally)\b|#)(?:\w+\W|[^\w\s])/;
const OPENING = '([{';
const CLOSING = ')]}';
const INDENT = 4;

/** As MicroPython decides: open brackets, open triple quotes, a backslash, or a compound statement without an empty last line. */
export function needsMore(text: string): boolean {
  if (text === '') return false;
  const { quote, depth } = scan(text);
  if (quote?.length === 3) return true;
  if (depth > 0 && quote === undefined) return true;
  if (text.endsWith('\\')) return true;
  return COMPOUND.test(text) && !text.endsWith('\n');
}

/**
 * Where the last line begins that starts a statement of its own at the left margin; 0 for nowhere. What stands before it is whole:
 * nothing that follows can change whether it is good Python.
 */
export function lastStatementStart(text: string): number {
  let start = 0;
  let lineStart = 0;
  scan(text, (end) => {
    const isDecorator = text.charAt(lineStart) === '@';
    lineStart = end + 1;
    if (
      !isDecorator &&
      text.charAt(end - 1) !== '\\' &&
      BEGINS_STATEMENT.test(text.slice(lineStart, lineStart + 10))
    )
      start = lineStart;
  });
  return start;
}

/** Spaces that the next line begins with; `text` ends in a line break. */
export function indentAfter(text: string): string {
  const lines = text.slice(0, -1).split('\n');
  const last = lines.at(-1) ?? '';
  const spaces = /^ */.exec(last)?.[0].length ?? 0;
  const before = lines.at(-2);
  // Two blank lines in a row end the indentation.
  if (last.length === spaces && before !== undefined && /^ *$/.test(before)) return '';
  const steps = Math.floor(spaces / INDENT) + (last.endsWith(':') ? 1 : 0);
  return ' '.repeat(steps * INDENT);
}

/** The quote that is open at the end, if any, and how many brackets are. Told are line ends outside both. */
function scan(
  text: string,
  onLineEnd: (at: number) => void = () => undefined,
): { readonly quote: string | undefined; readonly depth: number } {
  let quote: string | undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\' && quote !== undefined) at += 1;
    else if (character === '#' && quote === undefined) at = endOfLine(text, at) - 1;
    else if (character === "'" || character === '"') {
      const triple = character.repeat(3);
      const isTriple = text.startsWith(triple, at);
      if (quote === undefined) quote = isTriple ? triple : character;
      else if (quote === character || (quote === triple && isTriple)) {
        if (quote === triple) at += 2;
        quote = undefined;
        continue;
      } else continue;
      if (isTriple) at += 2;
    } else if (quote === undefined) {
      if (OPENING.includes(character)) depth += 1;
      if (CLOSING.includes(character)) depth -= 1;
      if (character === '\n' && depth === 0) onLineEnd(at);
    } else if (character === '\n' && quote.length === 1) quote = undefined;
  }
  return { quote, depth };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
