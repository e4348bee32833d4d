/**
 * Puts a hook call, `_h(line)`, before each statement of a Python program without moving any line, so that tracebacks stay true. It
 * changes text only and does not know what the hook does. The hook returns None, so `if _h(3)or(x):` tests x alone.
 * The hook takes one number, so the lines of files other than main.py are told as negative ones.
 */

import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';

export interface Instrumented {
  readonly text: string;
  /** False where the parser did not understand the source: the text is unchanged, and MicroPython has the last word on it. */
  readonly hooked: boolean;
  /** Lines with a hook, 1-based, in order, each once. */
  readonly lines: readonly number[];
  /** Where the parser gave up, 1-based. */
  readonly stumbledAt?: number;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const SIMPLE_STATEMENTS = new Set([
  'AssignStatement',
  'AssertStatement',
  'BreakStatement',
  'ContinueStatement',
  'DeleteStatement',
  'ExpressionStatement',
  'ImportStatement',
  'PassStatement',
  'RaiseStatement',
  'ReturnStatement',
  'UpdateStatement',
  'YieldStatement',
]);

/** Decorators that choose a compiler which this MicroPython lacks. The function runs as bytecode instead, with the same result. */
const NATIVE_DECORATOR = /^@\s*micropython\s*\.\s*(native|viper)$/;

/** @param sign -1 for a file other than main.py. */
export function instrument(source: string, sign: 1 | -1 = 1): Instrumented {
  const lineAt = lineCounter(source);
  const lines = new Set<number>();
  const hookAt = (position: number): string => {
    const line = lineAt(position);
    lines.add(line);
    return `_h(${sign * line})`;
  };
  const insertions: Insertion[] = [];
  const blanks: Range[] = [];
  let stumbledAt: number | undefined;
  parser.parse(source).iterate({
    enter: ({ node }) => {
      if (node.type.isError && !isGoodPython(node)) stumbledAt ??= lineAt(node.from);
      if (SIMPLE_STATEMENTS.has(node.name)) {
        if (!isDocstring(node)) insertions.push({ at: node.from, text: `${hookAt(node.from)};` });
      } else if (node.name === 'Decorator') {
        const text = source.slice(node.from, node.to);
        if (NATIVE_DECORATOR.test(text.trim()))
          blanks.push({ from: node.from, to: node.from + text.trimEnd().length });
      } else {
        for (const { from, to } of hookedExpressions(node, source)) {
          insertions.push({ at: from, text: `${hookAt(from)}or(` }, { at: to, text: ')' });
        }
      }
      return stumbledAt === undefined;
    },
  });
  return stumbledAt === undefined
    ? {
        text: weave(source, insertions, blanks),
        hooked: true,
        lines: [...lines].sort((a, b) => a - b),
      }
    : { text: source, hooked: false, lines: [], stumbledAt };
}

/** The parser stumbles over a bare `yield`, over `5.` and over `with a as b.c`, and finds its way again. */
function isGoodPython(error: SyntaxNode): boolean {
  const { parent, nextSibling } = error;
  if (parent?.name === 'MemberExpression')
    return error.from === error.to && parent.firstChild?.name === 'Number';
  if (parent?.name === 'WithStatement') return nextSibling?.name === 'Body';
  return parent?.name.startsWith('Yield') === true;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The expressions in a compound statement's head that run first each time: conditions, what is looped over, a context. */
function hookedExpressions(node: SyntaxNode, source: string): Range[] {
  if (node.name === 'IfStatement' || node.name === 'WhileStatement') {
    return children(node)
      .filter(({ name }) => name === 'if' || name === 'elif' || name === 'while')
      .flatMap(({ nextSibling }) => nextSibling ?? []);
  }
  if (node.name === 'WithStatement')
    return children(node)
      .filter(({ name }) => name === 'with')
      .flatMap(({ nextSibling }) => nextSibling ?? []);
  if (node.name === 'ForStatement') return loopedOver(node, source);
  return [];
}

/** A `range(…)` keeps its place, and the hook goes into its first argument: MicroPython loops over a bare range without memory. */
function loopedOver(node: SyntaxNode, source: string): Range[] {
  const head = node.getChild('in')?.nextSibling;
  const body = node.getChild('Body');
  if (!head || !body?.prevSibling) return [];
  const callee = head.name === 'CallExpression' ? head.firstChild : null;
  if (callee && source.slice(callee.from, callee.to) === 'range') {
    const argument = head.getChild('ArgList')?.firstChild?.nextSibling;
    return argument && argument.name !== ')' && argument.name !== '*' ? [argument] : [];
  }
  return [{ from: head.from, to: body.prevSibling.to }];
}

function children(node: SyntaxNode): SyntaxNode[] {
  const list: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) list.push(child);
  return list;
}

/** The text that opens a module, function or class. */
function isDocstring(node: SyntaxNode): boolean {
  if (node.name !== 'ExpressionStatement' || node.firstChild?.name !== 'String') return false;
  let before = node.prevSibling;
  while (before?.name === 'Comment') before = before.prevSibling;
  return !before || (node.parent?.name === 'Body' && before.name === ':');
}

/** Answers the 1-based line of a position. MicroPython ends lines at \n, \r\n and \r. */
function lineCounter(source: string): (position: number) => number {
  const starts = [0];
  for (const match of source.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return (position) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Infinity) <= position) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function weave(source: string, insertions: readonly Insertion[], blanks: readonly Range[]): string {
  const edits = [
    ...insertions.map(({ at, text }) => ({ from: at, to: at, text })),
    ...blanks.map(({ from, to }) => ({ from, to, text: ' '.repeat(to - from) })),
  ].sort((a, b) => a.from - b.from);
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to, text } of edits) {
    pieces.push(source.slice(done, from), text);
    done = to;
  }
  pieces.push(source.slice(done));
  return pieces.join('');
}
