/** Statements with a body. How a body is read is not known here: a SuiteParser does it. */

import { parseArguments } from './calls.ts';
import { LEVEL, endOf, startOf, type Cursor } from './cursor.ts';
import type {
  Argument,
  Body,
  Branch,
  Expression,
  Handler,
  NameNode,
  Span,
  Statement,
  WithItem,
} from './nodes.ts';
import { parseParameters } from './parameters.ts';
import { checkTarget, parseTarget } from './targets.ts';

export interface SuiteParser {
  /** From the colon on; with the comment behind the colon when the suite stands below. `header` is the keyword. */
  suite(header: Span): { readonly body: Body; readonly comment?: Span };
  /** Takes a keyword that goes on with a statement: `else`. */
  clause(word: string): Span | undefined;
  /** Takes the end of a decorator's line. */
  endOfDecorator(): void;
  /** A comment that no statement can carry. */
  hide(comment: Span | undefined): void;
}

type Compound = (cursor: Cursor, suites: SuiteParser) => Statement;

export const COMPOUND_STATEMENTS: ReadonlyMap<string, Compound> = new Map<string, Compound>([
  ['if', parseIf],
  ['while', parseWhile],
  ['for', (cursor, suites) => parseFor(cursor, suites, cursor.token.from)],
  ['try', parseTry],
  ['with', (cursor, suites) => parseWith(cursor, suites, cursor.token.from)],
  ['def', (cursor, suites) => parseDef(cursor, suites, cursor.token.from, [])],
  ['class', (cursor, suites) => parseClass(cursor, suites, cursor.token.from, [])],
  ['async', (cursor, suites) => parseAsync(cursor, suites, cursor.token.from, [])],
  ['@', parseDecorated],
]);

function parseIf(cursor: Cursor, suites: SuiteParser): Statement {
  const keyword = cursor.next();
  const first = parseBranch(cursor, suites, keyword);
  const branches: [Branch, ...Branch[]] = [first.branch];
  for (let elif = suites.clause('elif'); elif; elif = suites.clause('elif')) {
    const { branch, comment } = parseBranch(cursor, suites, elif);
    suites.hide(comment);
    branches.push(branch);
  }
  const otherwise = parseClause(suites, 'else');
  const last = otherwise ?? branches.at(-1)?.body ?? first.branch.body;
  return {
    kind: 'If',
    from: keyword.from,
    to: endOfBody(last),
    branches,
    otherwise,
    trailing: first.comment,
  };
}

function parseBranch(cursor: Cursor, suites: SuiteParser, keyword: Span): { branch: Branch; comment?: Span } {
  const test = cursor.rules.named(cursor);
  const { body, comment } = suites.suite(keyword);
  return { branch: { from: keyword.from, to: body.to, test, body }, comment };
}

/** `else:` or `finally:` with its body. */
function parseClause(suites: SuiteParser, word: string): Body | undefined {
  const keyword = suites.clause(word);
  if (!keyword) return undefined;
  const { body, comment } = suites.suite(keyword);
  suites.hide(comment);
  return body;
}

function parseWhile(cursor: Cursor, suites: SuiteParser): Statement {
  const keyword = cursor.next();
  const test = cursor.rules.named(cursor);
  const { body, comment } = suites.suite(keyword);
  const otherwise = parseClause(suites, 'else');
  const to = endOfBody(otherwise ?? body);
  return { kind: 'While', from: keyword.from, to, test, body, otherwise, trailing: comment };
}

function parseFor(cursor: Cursor, suites: SuiteParser, from: number): Statement {
  const keyword = cursor.next();
  const target = parseTarget(cursor);
  cursor.expectWord('in');
  const iterable = cursor.rules.listOrYield(cursor);
  const { body, comment } = suites.suite(keyword);
  const otherwise = parseClause(suites, 'else');
  const to = endOfBody(otherwise ?? body);
  const async = from !== keyword.from;
  return { kind: 'For', from, to, async, target, iterable, body, otherwise, trailing: comment };
}

function parseTry(cursor: Cursor, suites: SuiteParser): Statement {
  const keyword = cursor.next();
  const { body, comment } = suites.suite(keyword);
  const handlers: Handler[] = [];
  for (let word = suites.clause('except'); word; word = suites.clause('except')) {
    handlers.push(parseHandler(cursor, suites, word));
  }
  const otherwise = handlers.length > 0 ? parseClause(suites, 'else') : undefined;
  const last = parseClause(suites, 'finally');
  if (handlers.length === 0 && !last) cursor.fail('word-missing', 'except', keyword.from);
  const to = endOfBody(last ?? otherwise ?? handlers.at(-1)?.body ?? body);
  return { kind: 'Try', from: keyword.from, to, body, handlers, otherwise, finally: last, trailing: comment };
}

function parseHandler(cursor: Cursor, suites: SuiteParser, keyword: Span): Handler {
  const type = cursor.at(':') || cursor.token.kind === 'newline' ? undefined : cursor.rules.test(cursor);
  const name = type && cursor.take('as') ? parseName(cursor) : undefined;
  const { body, comment } = suites.suite(keyword);
  suites.hide(comment);
  return { from: keyword.from, to: body.to, type, name, body };
}

function parseName(cursor: Cursor): NameNode {
  const token = cursor.name();
  return { kind: 'Name', from: token.from, to: token.to, name: token.text };
}

function parseWith(cursor: Cursor, suites: SuiteParser, from: number): Statement {
  const keyword = cursor.next();
  const parenthesized = hasParenthesizedItems(cursor);
  if (parenthesized) cursor.next();
  const items: [WithItem, ...WithItem[]] = [parseWithItem(cursor)];
  while (cursor.take(',') && !(parenthesized && cursor.at(')'))) items.push(parseWithItem(cursor));
  if (parenthesized) cursor.expect(')');
  const { body, comment } = suites.suite(keyword);
  const async = from !== keyword.from;
  return { kind: 'With', from, to: endOfBody(body), async, items, body, trailing: comment };
}

function parseWithItem(cursor: Cursor): WithItem {
  const context = cursor.rules.test(cursor);
  const target = cursor.take('as') ? cursor.rules.operators(cursor, LEVEL.bitOr) : undefined;
  if (target) checkTarget(cursor, target);
  return { from: startOf(context), to: endOf(target ?? context), context, target };
}

/** Whether the parenthesis that opens here holds `with` items and not one value: CPython reads `with (a, b):` so. */
function hasParenthesizedItems(cursor: Cursor): boolean {
  if (!cursor.at('(') || cursor.peek(1).text === 'yield') return false;
  let level = 0;
  let items = false;
  for (let distance = 0; ; distance += 1) {
    const { text, kind } = cursor.peek(distance);
    if (kind === 'end' || kind === 'problem') return false;
    if (text === '(' || text === '[' || text === '{') level += 1;
    else if (text === ')' || text === ']' || text === '}') level -= 1;
    if (level === 0) return items && cursor.peek(distance + 1).text === ':';
    if (level > 1) continue;
    if (text === 'as') items = true;
    else if (text === ',') {
      if (cursor.peek(distance + 1).text === '*') return false;
      items = true;
    } else if (text === 'for' || text === ':=') return false;
  }
}

function parseDecorated(cursor: Cursor, suites: SuiteParser): Statement {
  const { from } = cursor.token;
  const decorators: Expression[] = [];
  while (cursor.take('@')) {
    decorators.push(cursor.rules.named(cursor));
    suites.endOfDecorator();
  }
  if (cursor.at('def')) return parseDef(cursor, suites, from, decorators);
  if (cursor.at('class')) return parseClass(cursor, suites, from, decorators);
  if (cursor.at('async') && cursor.peek(1).text === 'def')
    return parseAsync(cursor, suites, from, decorators);
  return cursor.unexpected();
}

function parseAsync(
  cursor: Cursor,
  suites: SuiteParser,
  from: number,
  decorators: readonly Expression[],
): Statement {
  cursor.next();
  if (cursor.at('def')) return parseDef(cursor, suites, from, decorators, true);
  if (cursor.at('for')) return parseFor(cursor, suites, from);
  if (cursor.at('with')) return parseWith(cursor, suites, from);
  return cursor.unexpected();
}

function parseDef(
  cursor: Cursor,
  suites: SuiteParser,
  from: number,
  decorators: readonly Expression[],
  async = false,
): Statement {
  const keyword = cursor.next();
  const token = cursor.name();
  cursor.expect('(');
  const parameters = parseParameters(cursor);
  cursor.expect(')');
  const returns = cursor.take('->') ? cursor.rules.test(cursor) : undefined;
  const { body, comment } = suites.suite(keyword);
  const nameSpan = { from: token.from, to: token.to };
  const what = {
    async,
    decorators,
    name: token.text,
    nameSpan,
    parameters,
    returns,
    body,
    trailing: comment,
  };
  return { kind: 'Def', from, to: endOfBody(body), ...what };
}

function parseClass(
  cursor: Cursor,
  suites: SuiteParser,
  from: number,
  decorators: readonly Expression[],
): Statement {
  const keyword = cursor.next();
  const token = cursor.name();
  const bases: readonly Argument[] = cursor.at('(') ? parseArguments(cursor).list : [];
  const { body, comment } = suites.suite(keyword);
  const nameSpan = { from: token.from, to: token.to };
  const to = endOfBody(body);
  return { kind: 'Class', from, to, decorators, name: token.text, nameSpan, bases, body, trailing: comment };
}

function endOfBody(body: Body): number {
  return body.items.at(-1)?.to ?? body.to;
}
