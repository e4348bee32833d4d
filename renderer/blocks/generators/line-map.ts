/** Carries the origin of each statement through the text that is being built, and turns it into line ranges at the end. */

/** 1-based, both ends included. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

// Unicode noncharacters: they cannot occur in text that is exchanged.
const OPEN = '\uFDD0';
const OPENED = '\uFDD1';
const CLOSE = '\uFDD2';
/** A line break inside a text literal: what follows must not be indented. */
const KEPT_BREAK = '\uFDD3';

const MARKS = new RegExp(`${OPEN}(\\d+)${OPENED}|[${CLOSE}${KEPT_BREAK}\n]`, 'g');

export function mark(code: string, index: number): string {
  return `${OPEN}${index}${OPENED}${code}${CLOSE}`;
}

export function indent(code: string, by: string): string {
  return code.replace(/^(?=[^\n])/gm, by);
}

/** Protects the line breaks of triple-quoted text in a piece of Python from indentation. */
export function keepLiteralBreaks(source: string): string {
  const token = /#[^\n]*|('''|""")(?:\\[\s\S]|(?!\1)[\s\S])*\1|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;
  return source.replace(token, (found, triple: string | undefined) =>
    triple ? found.replaceAll('\n', KEPT_BREAK) : found,
  );
}

/** Removes the marks. `ids[index]` names the statement that was marked with `index`. */
export function readMarks(
  marked: string,
  ids: readonly string[],
): { readonly text: string; readonly lines: Map<string, LineRange> } {
  const lines = new Map<string, LineRange>();
  const open: { id: string; start: number }[] = [];
  let line = 1;
  const text = marked.replace(MARKS, (found, index: string | undefined) => {
    if (index !== undefined) {
      open.push({ id: ids[Number(index)] ?? '', start: line });
      return '';
    }
    if (found === CLOSE) {
      const closed = open.pop();
      if (closed) lines.set(closed.id, { start: closed.start, end: line });
      return '';
    }
    line += 1;
    return '\n';
  });
  return { text, lines };
}

/** The innermost statement on `line`, or undefined. */
export function statementAt(lines: ReadonlyMap<string, LineRange>, line: number): string | undefined {
  let found: { id: string; size: number } | undefined;
  for (const [id, { start, end }] of lines) {
    const size = end - start;
    if (line >= start && line <= end && (!found || size <= found.size)) found = { id, size };
  }
  return found?.id;
}
