/** The statements of a module or of a suite, and to which of them each comment belongs. */

import { isLineBreak } from './characters.ts';
import { COMPOUND_STATEMENTS, type SuiteParser } from './compound-statements.ts';
import type { Cursor } from './cursor.ts';
import type { Body, CommentStatement, Span, Statement } from './nodes.ts';
import { parseSimpleStatement } from './simple-statements.ts';
import type { CommentLine } from './token.ts';

const CLAUSES = new Set(['else', 'elif', 'except', 'finally']);

export class StatementParser implements SuiteParser {
  /** Comments without a place in the tree. */
  readonly hidden: Span[] = [];
  private readonly cursor: Cursor;
  private readonly comments: readonly CommentLine[];
  private comment = 0;
  /** The end of the last statement, with the comment behind it. */
  private contentEnd = 0;

  constructor(cursor: Cursor, comments: readonly CommentLine[]) {
    this.cursor = cursor;
    this.comments = comments;
  }

  module(): Statement[] {
    const items: Statement[] = [];
    this.statements(items);
    if (this.cursor.token.kind !== 'end') this.cursor.unexpected();
    return items;
  }

  suite(header: Span): { readonly body: Body; readonly comment?: Span } {
    const { cursor } = this;
    if (!cursor.at(':')) this.colonMissing(header);
    const from = cursor.next().to;
    const items: Statement[] = [];
    const behindColon = cursor.peek(0);
    if (behindColon.kind !== 'newline') {
      if (behindColon.kind === 'keyword' && CLAUSES.has(behindColon.text)) this.bodyMissing(header);
      this.simpleLine(items);
      return { body: { from, to: this.contentEnd, items, inline: true, indent: '' } };
    }
    const comment = this.lineEnd();
    const opening = cursor.peek(0);
    if (opening.kind !== 'indent') return this.bodyMissing(header);
    cursor.next();
    cursor.enter();
    const indent = this.indentation(cursor.token.from);
    this.statements(items);
    this.closingComments(items, opening.detail);
    if (cursor.peek(0).kind !== 'dedent') cursor.unexpected();
    cursor.next();
    cursor.leave();
    return { body: { from, to: this.contentEnd, items, inline: false, indent }, comment };
  }

  clause(word: string): Span | undefined {
    const { token } = this.cursor;
    if (token.text !== word) return undefined;
    this.hideCommentLines();
    this.cursor.next();
    return { from: token.from, to: token.to };
  }

  endOfDecorator(): void {
    if (this.cursor.token.kind !== 'newline') this.cursor.unexpected();
    const comment = this.lineEnd();
    this.hide(comment);
    this.hideCommentLines();
  }

  hide(comment: Span | undefined): void {
    if (comment) this.hidden.push(comment);
  }

  private statements(items: Statement[]): void {
    const { cursor } = this;
    for (;;) {
      const { kind, from } = cursor.token;
      if (kind === 'dedent') return;
      this.commentStatements(items, (line) => line.from < from);
      if (kind === 'end') return;
      if (kind === 'newline') this.hide(this.lineEnd());
      else if (kind === 'indent') this.unexpectedIndent();
      else this.statement(items);
    }
  }

  private statement(items: Statement[]): void {
    const { token } = this.cursor;
    const compound =
      token.kind === 'keyword' || token.text === '@' ? COMPOUND_STATEMENTS.get(token.text) : undefined;
    if (compound && this.cursor.peek(1).text !== '=') items.push(compound(this.cursor, this));
    else if (token.kind === 'keyword' && CLAUSES.has(token.text))
      this.cursor.fail('clause-without-start', token.text);
    else this.simpleLine(items);
  }

  /** `a; b; c` and the comment behind them, which belongs to the last. */
  private simpleLine(items: Statement[]): void {
    const { cursor } = this;
    let last = parseSimpleStatement(cursor);
    while (cursor.take(';') && cursor.token.kind !== 'newline') {
      items.push(last);
      last = parseSimpleStatement(cursor);
    }
    if (cursor.at('=')) cursor.fail('equals-for-compare', '=');
    if (cursor.token.kind !== 'newline') cursor.unexpected();
    const trailing = this.lineEnd();
    items.push(trailing ? { ...last, trailing } : last);
    this.contentEnd = trailing?.to ?? last.to;
  }

  /** Takes the line's end and returns the comment on it. */
  private lineEnd(): Span | undefined {
    const token = this.cursor.next();
    return token.kind === 'newline' ? token.detail : undefined;
  }

  private closingComments(items: Statement[], column: number): void {
    const { kind, text } = this.cursor.peek(1);
    const clauseFollows = kind === 'keyword' && CLAUSES.has(text);
    const before = this.cursor.token.from;
    this.commentStatements(items, (line) => line.from < before && (clauseFollows || line.column >= column));
  }

  /** Takes the comment lines from the front as long as they belong here: a statement for each run without a gap. */
  private commentStatements(items: Statement[], belongs: (line: CommentLine) => boolean): void {
    let run: CommentLine[] = [];
    for (let line = this.comments[this.comment]; line && belongs(line); line = this.comments[this.comment]) {
      const last = run.at(-1);
      if (last && !this.continues(last, line)) {
        items.push(commentStatement(run));
        run = [];
      }
      run.push(line);
      this.comment += 1;
    }
    if (run.length === 0) return;
    const statement = commentStatement(run);
    items.push(statement);
    this.contentEnd = statement.to;
  }

  private continues(above: CommentLine, below: CommentLine): boolean {
    return (
      above.column === below.column &&
      /^(\r\n|\r|\n)[ \t\f]*$/.test(this.cursor.text.slice(above.to, below.from))
    );
  }

  private hideCommentLines(): void {
    const before = this.cursor.token.from;
    for (
      let line = this.comments[this.comment];
      line && line.from < before;
      line = this.comments[this.comment]
    ) {
      this.hidden.push({ from: line.from, to: line.to });
      this.comment += 1;
    }
  }

  private indentation(from: number): string {
    const { text } = this.cursor;
    let lineStart = from;
    while (lineStart > 0 && !isLineBreak(text.charCodeAt(lineStart - 1))) lineStart -= 1;
    return text.slice(lineStart, from);
  }

  /** `=` where a comparison was meant, a header that goes on behind its end, or no colon at all. */
  private colonMissing(header: Span): never {
    const { cursor } = this;
    if (cursor.at('=') && !['<', '>'].includes(cursor.peek(1).text)) cursor.fail('equals-for-compare', '=');
    let distance = 0;
    while (!['newline', 'problem', 'end'].includes(cursor.peek(distance).kind)) distance += 1;
    const goesOn = distance > 0 && cursor.peek(distance - 1).text === ':';
    if (goesOn || cursor.at('=')) return cursor.unexpected();
    return cursor.fail('colon-missing', cursor.text.slice(header.from, header.to), cursor.end);
  }

  private bodyMissing(header: Span): never {
    return this.cursor.fail('body-missing', this.cursor.text.slice(header.from, header.to), header.from);
  }

  private unexpectedIndent(): never {
    this.cursor.next();
    return this.cursor.fail('unexpected-indent', '');
  }
}

function commentStatement(run: readonly CommentLine[]): CommentStatement {
  const lines = run.map(({ from, to }) => ({ from, to }));
  return { kind: 'Comment', from: lines[0]?.from ?? 0, to: lines.at(-1)?.to ?? 0, lines };
}
