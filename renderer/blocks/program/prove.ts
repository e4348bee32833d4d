/** Whether two syntax trees mean the same: the proof that blocks say what the text says. */

import type { Expression, Statement, StringNode } from '../python/nodes.ts';
import { decodeLiteral } from './literals.ts';
import type { Names } from './names.ts';

export interface Side {
  readonly items: readonly Statement[];
  readonly text: string;
}

/**
 * Offset in the first text of the first thing that differs, or undefined. Spelling, layout and comments do not count; `names`
 * tells what imported names stand for.
 */
export function firstDifference(a: Side, b: Side, names: Names): number | undefined {
  return new Comparison(a, b, names).rows(a.items, b.items, 0);
}

/** Where things stand and how they are laid out: no part of the meaning. */
const LAYOUT = new Set(
  (
    'from to at outer trailing indent inline operatorSpan nameSpan namesSpan moduleSpan argumentsSpan bracketed ' +
    'parenthesized colons'
  ).split(' '),
);

class Comparison {
  readonly #a: Side;
  readonly #b: Side;
  readonly #names: Names;

  constructor(a: Side, b: Side, names: Names) {
    this.#a = a;
    this.#b = b;
    this.#names = names;
  }

  rows(a: readonly Statement[], b: readonly Statement[], start: number): number | undefined {
    const [left, right] = [meaningful(a), meaningful(b)];
    for (const [index, statement] of left.entries()) {
      const other = right[index];
      const difference = other ? this.#node(statement, other, statement.from) : statement.from;
      if (difference !== undefined) return difference;
    }
    return right.length > left.length ? (left.at(-1)?.to ?? start) : undefined;
  }

  /** Undefined where equal; else the offset of the innermost node that differs. */
  #node(a: unknown, b: unknown, at: number): number | undefined {
    if (!isRecord(a) || !isRecord(b)) return a === b ? undefined : at;
    const start = typeof a['from'] === 'number' ? a['from'] : at;
    if (a['kind'] === 'String' && b['kind'] === 'String') {
      return this.#strings(a as unknown as StringNode, b as unknown as StringNode, start);
    }
    const path = this.#path(a);
    if (path !== undefined && path === this.#path(b)) return undefined;
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (LAYOUT.has(key)) continue;
      const difference = this.#value(a[key], b[key], start);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }

  /** What a node is called, imports resolved. */
  #path(node: Record<string, unknown>): string | undefined {
    const isName = node['kind'] === 'Name' || node['kind'] === 'Attribute';
    return isName ? this.#names.path(node as unknown as Expression) : undefined;
  }

  #value(a: unknown, b: unknown, at: number): number | undefined {
    if (!Array.isArray(a) || !Array.isArray(b)) return this.#node(a, b, at);
    if (isStatements(a) || isStatements(b)) return this.rows(a as Statement[], b as Statement[], at);
    if (a.length !== b.length) return at;
    for (const [index, item] of (a as unknown[]).entries()) {
      const difference = this.#node(item, b[index], at);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }

  #strings(a: StringNode, b: StringNode, at: number): number | undefined {
    const [left, right] = [pieces(a, this.#a.text), pieces(b, this.#b.text)];
    if (left.length !== right.length) return at;
    for (const [index, piece] of left.entries()) {
      const difference = this.#node(piece, right[index], at);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
}

/** A text literal as what it says: text, and what is replaced in it. */
function pieces(node: StringNode, text: string): unknown[] {
  const found: unknown[] = [];
  const say = (words: string): void => {
    const last = found.length - 1;
    if (typeof found[last] === 'string') found[last] = (found[last] as string) + words;
    else found.push(words);
  };
  if (node.tokens.some(({ prefix }) => /b/i.test(prefix))) say('bytes:');
  for (const { prefix, body, replacements } of node.tokens) {
    const isFormat = /f/i.test(prefix);
    let at = body.from;
    const upTo = (to: number): void => {
      const source = text.slice(at, to);
      say(
        decodeLiteral(isFormat ? source.replace(/\{\{|\}\}/g, (braces) => braces[0] ?? '') : source, prefix),
      );
    };
    for (const { from, to, expression, debug, conversion, spec } of replacements) {
      upTo(from);
      found.push({ expression, debug, conversion, spec: spec && text.slice(spec.from, spec.to) });
      at = to;
    }
    upTo(body.to);
  }
  return found.filter((piece) => piece !== '');
}

/** Without comments, and without a `pass` that only fills a body. */
function meaningful(items: readonly Statement[]): readonly Statement[] {
  const statements = items.filter(({ kind }) => kind !== 'Comment');
  return statements.length === 1 && statements[0]?.kind === 'Pass' ? [] : statements;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const KINDS = new Set(
  (
    'Expression Assign Annotate Augment Return Pass Break Continue Global Nonlocal Delete Assert Raise Import FromImport ' +
    'If While For Try With Def Class Comment'
  ).split(' '),
);

function isStatements(list: readonly unknown[]): boolean {
  const [first] = list;
  return isRecord(first) && KINDS.has(String(first['kind']));
}
