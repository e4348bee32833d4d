/** A minimal view of Python text for structure checks: tokens without comments, spaces and line ends. Parses nothing. */

export interface PythonToken {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

const TOKEN =
  /(?<skip>#[^\n]*|\s+|\\\n)|(?<string>[rbufRBUF]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))|[A-Za-z_]\w*|\d[\w.]*|[*/<>=!]{2,3}|[^\s]/gu;

/** Strings are told apart by their content alone, whichever quotes they stand in. */
export function pythonTokens(source: string): readonly PythonToken[] {
  const tokens: PythonToken[] = [];
  let line = 1;
  for (const match of source.matchAll(TOKEN)) {
    const { skip, string } = match.groups ?? {};
    if (skip === undefined)
      tokens.push({ text: string === undefined ? match[0] : normalQuotes(string), line });
    line += match[0].split('\n').length - 1;
  }
  return tokens;
}

function normalQuotes(string: string): string {
  const match = /^([rbuf]{0,2})("""|'''|"|')([\s\S]*)\2$/i.exec(string);
  return match ? `${match[1]}"${match[3]}"` : string;
}

/** Finds `pattern` (Python text, `...` standing for any tokens on the way) and gives the line on which it begins. */
export function findTokens(tokens: readonly PythonToken[], pattern: string): number | undefined {
  const wanted = pythonTokens(pattern.replaceAll('...', '…')).map((token) => token.text);
  for (let start = 0; start < tokens.length; start++) {
    if (matchesAt(tokens, start, wanted)) return tokens[start]?.line;
  }
  return undefined;
}

/** A gap reaches at most this far, so that it stays within about one statement. */
const LONGEST_GAP = 40;

function matchesAt(tokens: readonly PythonToken[], start: number, wanted: readonly string[]): boolean {
  const [first, ...rest] = wanted;
  if (first === undefined) return true;
  if (first !== '…') return tokens[start]?.text === first && matchesAt(tokens, start + 1, rest);
  for (let skip = 0; skip <= LONGEST_GAP && start + skip <= tokens.length; skip++) {
    if (matchesAt(tokens, start + skip, rest)) return true;
  }
  return false;
}
