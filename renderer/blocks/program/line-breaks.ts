/** Whether Python can go on in the next line: inside brackets and behind a backslash. */

const TOKEN =
  /#[^\r\n]*|('''|""")(?:\\[\s\S]|(?!\1)[\s\S])*\1|'(?:\\[\s\S]|[^'\\\r\n])*'|"(?:\\[\s\S]|[^"\\\r\n])*"|\\(?:\r\n|\r|\n)|[([{]|[)\]}]|[\r\n]/g;

/** Whether an expression has a line break that only brackets around it allow. */
export function breaksLine(code: string): boolean {
  if (!/[\r\n]/.test(code)) return false;
  let depth = 0;
  for (const [token] of code.matchAll(TOKEN)) {
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
    else if (depth === 0 && (token === '\n' || token === '\r' || token.startsWith('#'))) return true;
  }
  return false;
}
