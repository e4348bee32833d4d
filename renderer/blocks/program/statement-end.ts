/** Where a statement ends for blocks: a comment can be put there, and is found there again. */

const LAST = /[ \t]*;(?=[ \t]*(?:[\r\n]|$))/y;

/**
 * `at`: where the statement or the comment behind it ends. Blanks at the end of a comment are not part of it; the last statement
 * of a line owns the `;` behind it.
 */
export function statementEnd(text: string, at: number): number {
  let end = at;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  if (end < at) return end;
  LAST.lastIndex = at;
  return at + (LAST.exec(text)?.[0].length ?? 0);
}
