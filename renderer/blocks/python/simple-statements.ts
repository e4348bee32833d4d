/** Statements that fit a line: everything without a body. */

import { endOf, startOf, type Cursor } from './cursor.ts';
import type { BinaryOperator, Expression, ImportedName, NameNode, Span, Statement } from './nodes.ts';
import { checkSingleTarget, checkTarget } from './targets.ts';

const AUGMENTED = new Set('+= -= *= /= //= %= **= @= &= |= ^= <<= >>='.split(' '));
/** Keywords that begin a statement with a body, or a part of one. */
const COMPOUND = new Set('if elif else while for try except finally with def class async'.split(' '));

const BY_KEYWORD: Readonly<Record<string, (cursor: Cursor) => Statement>> = {
  pass: (cursor) => bare(cursor, 'Pass'),
  break: (cursor) => bare(cursor, 'Break'),
  continue: (cursor) => bare(cursor, 'Continue'),
  return: parseReturn,
  global: (cursor) => parseScope(cursor, 'Global'),
  nonlocal: (cursor) => parseScope(cursor, 'Nonlocal'),
  del: parseDelete,
  assert: parseAssert,
  raise: parseRaise,
  import: parseImport,
  from: parseFromImport,
};

/** One statement without what follows it on the line. */
export function parseSimpleStatement(cursor: Cursor): Statement {
  const { token } = cursor;
  if (token.kind !== 'keyword') return parseExpressionStatement(cursor);
  if (cursor.peek(1).text === '=' && !['True', 'False', 'None'].includes(token.text)) {
    cursor.fail('keyword-as-name', token.text);
  }
  if (COMPOUND.has(token.text)) cursor.unexpected();
  return (BY_KEYWORD[token.text] ?? parseExpressionStatement)(cursor);
}

/** What ends a statement without a value. */
export function atStatementEnd(cursor: Cursor): boolean {
  return cursor.token.kind === 'newline' || cursor.at(';');
}

function bare(cursor: Cursor, kind: 'Pass' | 'Break' | 'Continue'): Statement {
  const { from, to } = cursor.next();
  return { kind, from, to };
}

function parseExpressionStatement(cursor: Cursor): Statement {
  const first = cursor.rules.listOrYield(cursor);
  const from = startOf(first);
  if (cursor.at('=')) return parseAssignment(cursor, first);
  if (cursor.at(':')) return parseAnnotation(cursor, first);
  if (AUGMENTED.has(cursor.token.text)) {
    checkSingleTarget(cursor, first);
    const token = cursor.next();
    const value = cursor.rules.listOrYield(cursor);
    const operator = token.text.slice(0, -1) as BinaryOperator;
    const operatorSpan = { from: token.from, to: token.to };
    return { kind: 'Augment', from, to: endOf(value), target: first, operator, operatorSpan, value };
  }
  return { kind: 'Expression', from, to: endOf(first), value: first };
}

function parseAssignment(cursor: Cursor, first: Expression): Statement {
  const rest: Expression[] = [];
  let value = first;
  while (cursor.at('=')) {
    checkTarget(cursor, value);
    if (value !== first) rest.push(value);
    cursor.next();
    value = cursor.rules.listOrYield(cursor);
  }
  return { kind: 'Assign', from: startOf(first), to: endOf(value), targets: [first, ...rest], value };
}

/** MicroPython lets a tuple through, too. */
function parseAnnotation(cursor: Cursor, target: Expression): Statement {
  if (target.kind === 'Tuple') checkTarget(cursor, target);
  else checkSingleTarget(cursor, target);
  cursor.next();
  const annotation = cursor.rules.test(cursor);
  const value = cursor.take('=') ? cursor.rules.listOrYield(cursor) : undefined;
  return {
    kind: 'Annotate',
    from: startOf(target),
    to: endOf(value ?? annotation),
    target,
    annotation,
    value,
  };
}

function parseReturn(cursor: Cursor): Statement {
  const { from } = cursor.next();
  const value = atStatementEnd(cursor) ? undefined : cursor.rules.listOrYield(cursor);
  return { kind: 'Return', from, to: value ? endOf(value) : cursor.end, value };
}

function parseScope(cursor: Cursor, kind: 'Global' | 'Nonlocal'): Statement {
  const { from } = cursor.next();
  const names: NameNode[] = [];
  do {
    const token = cursor.name();
    names.push({ kind: 'Name', from: token.from, to: token.to, name: token.text });
  } while (cursor.take(','));
  return { kind, from, to: cursor.end, names };
}

function parseDelete(cursor: Cursor): Statement {
  const { from } = cursor.next();
  const list = cursor.rules.listOrYield(cursor);
  const targets = list.kind === 'Tuple' && !list.parenthesized ? list.items : [list];
  for (const target of targets) checkTarget(cursor, target);
  return { kind: 'Delete', from, to: cursor.end, targets };
}

function parseAssert(cursor: Cursor): Statement {
  const { from } = cursor.next();
  const test = cursor.rules.test(cursor);
  const message = cursor.take(',') ? cursor.rules.test(cursor) : undefined;
  return { kind: 'Assert', from, to: endOf(message ?? test), test, message };
}

function parseRaise(cursor: Cursor): Statement {
  const { from } = cursor.next();
  const error = atStatementEnd(cursor) ? undefined : cursor.rules.test(cursor);
  const cause = error && cursor.take('from') ? cursor.rules.test(cursor) : undefined;
  const last = cause ?? error;
  return { kind: 'Raise', from, to: last ? endOf(last) : cursor.end, error, cause };
}

function parseImport(cursor: Cursor): Statement {
  const { from } = cursor.next();
  const names: ImportedName[] = [];
  do names.push(importedName(cursor, true));
  while (cursor.take(','));
  return { kind: 'Import', from, to: cursor.end, names, namesSpan: spanOf(names) };
}

function parseFromImport(cursor: Cursor): Statement {
  const { from } = cursor.next();
  const moduleFrom = cursor.token.from;
  let module = '';
  while (cursor.at('.') || cursor.at('...')) module += cursor.next().text;
  if (module === '' || !cursor.at('import')) module += dottedName(cursor);
  const moduleSpan = { from: moduleFrom, to: cursor.end };
  cursor.expectWord('import');
  const { names, namesSpan } = importedNames(cursor);
  return { kind: 'FromImport', from, to: cursor.end, module, moduleSpan, names, namesSpan };
}

function importedNames(cursor: Cursor): {
  readonly names: readonly ImportedName[];
  readonly namesSpan: Span;
} {
  const { from, to } = cursor.token;
  if (cursor.take('*')) return { names: [], namesSpan: { from, to } };
  const parenthesized = cursor.take('(');
  const names: ImportedName[] = [];
  do names.push(importedName(cursor, false));
  while (cursor.take(',') && !cursor.at(')') && !atStatementEnd(cursor));
  if (parenthesized) cursor.expect(')');
  return { names, namesSpan: spanOf(names) };
}

function importedName(cursor: Cursor, dotted: boolean): ImportedName {
  const { from } = cursor.token;
  const path = dotted ? dottedName(cursor) : cursor.name().text;
  const alias = cursor.take('as') ? cursor.name().text : undefined;
  return { from, to: cursor.end, path, alias };
}

function dottedName(cursor: Cursor): string {
  let path = cursor.name().text;
  while (cursor.take('.')) path += `.${cursor.name().text}`;
  return path;
}

function spanOf(names: readonly ImportedName[]): Span {
  return { from: names[0]?.from ?? 0, to: names.at(-1)?.to ?? 0 };
}
