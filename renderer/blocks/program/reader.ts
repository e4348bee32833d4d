/** Makes blocks of a syntax tree. What no block can say becomes the smallest raw block that keeps its bytes. */

import type { BlockSpec } from '../block-spec.ts';
import type { Body, Expression, Span, Statement } from '../python/nodes.ts';
import type { Extra } from './block.ts';
import { formsFor, rulesFor } from './catalog.ts';
import { matchForm } from './match.ts';
import type { Names } from './names.ts';
import { orderOf } from './order.ts';
import { reindent } from './reindent.ts';
import type { Parts, ReadingContext } from './rule.ts';
import type { Hole } from './source.ts';
import { statementEnd } from './statement-end.ts';

/** A block as it was read: no id yet, and where it stands. */
export interface ReadBlock extends Span {
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly extra?: Extra;
  readonly slots: Readonly<Record<string, ReadBlock>>;
  readonly bodies: Readonly<Record<string, ReadList>>;
  readonly comment?: string;
  readonly holes: readonly Hole[];
  readonly outer?: Span;
  readonly order?: number;
}

export interface ReadList extends Span {
  readonly items: readonly ReadBlock[];
  readonly indent: string;
  readonly inline: boolean;
  readonly hidesPass: boolean;
}

export class Reader implements ReadingContext {
  readonly text: string;
  readonly #names: Names;
  /** Statements that hold a raw block in themselves, and the raw blocks. */
  readonly counts = { statements: 0, touched: 0, rawStatements: 0, rawExpressions: 0, raw: [] as number[] };
  #rawInStatement = 0;

  constructor(text: string, names: Names) {
    this.text = text;
    this.#names = names;
  }

  source({ from, to }: Span): string {
    return this.text.slice(from, to);
  }

  path(expression: Expression): string | undefined {
    return this.#names.path(expression);
  }

  kind(expression: Expression): string | undefined {
    return this.#names.kind(expression);
  }

  #statements(items: readonly Statement[]): ReadBlock[] {
    return items.map((item) => this.statement(item));
  }

  statement(node: Statement): ReadBlock {
    const outside = this.#rawInStatement;
    this.#rawInStatement = 0;
    const block = this.#nativeStatement(node) ?? this.#rawStatement(node);
    if (node.kind !== 'Comment') {
      this.counts.statements += 1;
      if (this.#rawInStatement > 0) this.counts.touched += 1;
    }
    this.#rawInStatement = outside;
    return block;
  }

  #expression(node: Expression, pin = false): ReadBlock {
    return this.#native(node, pin) ?? this.#rawExpression(node);
  }

  #nativeStatement(node: Statement): ReadBlock | undefined {
    if (node.kind === 'Expression') {
      for (const { spec, form } of formsFor('statement', this.#keysOf(node.value))) {
        const parts = node.value.outer ? undefined : matchForm(form, spec.forms, node.value, this);
        if (parts) return this.#block(spec, parts, node);
      }
    }
    for (const { spec, rule } of rulesFor('statement', node.kind)) {
      const parts = rule.read(node as never, this);
      if (parts) return this.#block(spec, parts, node);
    }
    return undefined;
  }

  #native(node: Expression, pin: boolean): ReadBlock | undefined {
    if (pin && isPin(node)) return this.#leaf('pin_number', 'PIN', node);
    for (const { spec, form } of formsFor('value', this.#keysOf(node))) {
      const parts = matchForm(form, spec.forms, node, this);
      if (parts) return this.#block(spec, parts, node);
    }
    for (const { spec, rule } of rulesFor('value', node.kind)) {
      const parts = rule.read(node as never, this);
      if (parts) return this.#block(spec, parts, node);
    }
    return undefined;
  }

  /** A slot's expression that fails to read does not make the block around it raw: it becomes a raw expression. */
  #block(spec: BlockSpec, parts: Parts, node: Expression | Statement): ReadBlock {
    const comment = spec.role === 'statement' ? commentOf(node as Statement, this) : undefined;
    const holes: Hole[] = [];
    const end = spec.role === 'statement' ? statementEnd(this.text, node.to) : node.to;
    let to = Math.max(end, comment?.at.to ?? 0);
    const fields: Record<string, string> = {};
    for (const name in parts.fields) {
      const { value, at } = parts.fields[name] ?? { value: '' };
      fields[name] = value;
      if (at) holes.push(hole('field', name, at));
    }
    const slots: Record<string, ReadBlock> = {};
    for (const name in parts.slots) {
      const slot = parts.slots[name];
      if (!slot) continue;
      slots[name] = this.#expression(slot, takesPins(spec, name));
      if (!parts.opaque) holes.push(hole('slot', name, slot.outer ?? slot));
    }
    const bodies: Record<string, ReadList> = {};
    for (const name in parts.bodies) {
      const body = parts.bodies[name];
      if (!body) continue;
      const list = this.#list(body);
      holes.push(hole('body', name, list));
      to = Math.max(to, list.to);
      if (list.items.length > 0 || list.hidesPass) bodies[name] = list;
    }
    if (comment) holes.push(hole('comment', '', comment.at));
    if (holes.length > 1) holes.sort((a, b) => a.from - b.from || a.to - b.to);
    return {
      type: spec.type,
      from: node.from,
      to,
      fields,
      ...(parts.extra ? { extra: parts.extra } : {}),
      slots,
      bodies,
      ...(comment?.text === undefined ? {} : { comment: comment.text }),
      holes,
      ...placeOf(node),
    };
  }

  /** A lone `pass`, also below comments, is what an empty body looks like: blocks show none. */
  #list(body: Body): ReadList {
    const { items } = body;
    const last = items.at(-1);
    const hidesPass =
      last?.kind === 'Pass' && !last.trailing && items.slice(0, -1).every(({ kind }) => kind === 'Comment');
    if (hidesPass) this.counts.statements += 1;
    const header = this.#headerEnd(body);
    return {
      from: header,
      to: statementEnd(this.text, Math.max(body.to, header)),
      items: this.#statements(hidesPass ? items.slice(0, -1) : items),
      indent: body.indent,
      inline: body.inline,
      hidesPass,
    };
  }

  /** A comment behind the colon belongs to the header. */
  #headerEnd({ from, to, inline }: Body): number {
    if (inline) return from;
    const gap = /^[ \t\f]*(#[^\r\n]*)?/.exec(this.text.slice(from, to));
    return from + (gap?.[1] === undefined ? 0 : gap[0].length);
  }

  #keysOf(node: Expression): string[] {
    switch (node.kind) {
      case 'Call': {
        const path = this.path(node.function);
        const keys = path === undefined ? [] : [`call ${path}`];
        return node.function.kind === 'Attribute' ? [...keys, `method ${node.function.name}`] : keys;
      }
      case 'Binary':
        return [`binary ${node.operator}`];
      case 'Await':
        return ['await'];
      case 'Name':
      case 'Attribute': {
        const path = this.path(node);
        return path === undefined ? [node.kind] : [`path ${path}`, node.kind];
      }
      default:
        return [node.kind];
    }
  }

  #leaf(type: string, field: string, node: Expression): ReadBlock {
    return {
      type,
      from: node.from,
      to: node.to,
      fields: { [field]: this.source(node) },
      slots: {},
      bodies: {},
      holes: [hole('field', field, node)],
      ...placeOf(node),
    };
  }

  #rawExpression(node: Expression): ReadBlock {
    this.counts.rawExpressions += 1;
    this.#note(node.from);
    return this.#leaf('raw_expression', 'CODE', node);
  }

  /** With its comment, and for a compound statement with everything inside. */
  #rawStatement(node: Statement): ReadBlock {
    this.counts.rawStatements += 1;
    this.#note(node.from);
    const to = statementEnd(this.text, Math.max(node.to, node.trailing?.to ?? 0));
    const at = { from: node.from, to };
    return {
      type: 'raw_statement',
      ...at,
      fields: { CODE: reindent(this.source(at), this.#indentOf(node), '', '\n') },
      slots: {},
      bodies: {},
      holes: [hole('field', 'CODE', at)],
    };
  }

  #indentOf({ from }: Span): string {
    return /[ \t]*$/.exec(this.text.slice(Math.max(0, from - 400), from))?.[0] ?? '';
  }

  #note(at: number): void {
    this.#rawInStatement += 1;
    this.counts.raw.push(at);
  }
}

function takesPins({ args }: BlockSpec, name: string): boolean {
  return args.some((arg) => arg.pins === true && arg.name === name);
}

function hole(kind: Hole['kind'], name: string, { from, to }: Span): Hole {
  return { kind, name, from, to };
}

function placeOf(node: Expression | Statement): { outer?: Span; order?: number } {
  if (!('outer' in node) && !isExpression(node)) return {};
  const { outer } = node as Expression;
  return { ...(outer ? { outer } : {}), order: orderOf(node as Expression) };
}

const STATEMENTS = new Set(
  (
    'Expression Assign Annotate Augment Return Pass Break Continue Global Nonlocal Delete Assert Raise Import FromImport ' +
    'If While For Try With Def Class Comment'
  ).split(' '),
);

function isExpression(node: Expression | Statement): node is Expression {
  return !STATEMENTS.has(node.kind);
}

function isPin(node: Expression): boolean {
  if (node.kind === 'Number') return /^\d+$/.test(node.source);
  return node.kind === 'String' && node.tokens.length === 1 && node.tokens[0].prefix === '';
}

interface FoundComment {
  /** Absent: there is no comment, and this is where one would stand. */
  readonly text?: string;
  readonly at: Span;
}

/** The comment behind a statement, with the white space in front of it, or the place for one. */
function commentOf(node: Statement, { text }: ReadingContext): FoundComment | undefined {
  if (node.kind === 'Comment') return undefined;
  const { trailing } = node;
  if (!trailing) return placeForComment(node, text);
  let from = trailing.from;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from -= 1;
  return {
    text: text
      .slice(trailing.from + 1, trailing.to)
      .replace(/^ /, '')
      .trimEnd(),
    at: { from, to: statementEnd(text, trailing.to) },
  };
}

/** What stands in the line of its header has the place of the last statement in it. */
function placeForComment(node: Statement, text: string): FoundComment | undefined {
  const body = firstBody(node);
  if (body?.inline) return undefined;
  if (body) return { at: { from: body.from, to: body.from } };
  const at = statementEnd(text, node.to);
  return { at: { from: at, to: at } };
}

function firstBody(node: Statement): Body | undefined {
  if (node.kind === 'If') return node.branches[0].body;
  return 'body' in node ? node.body : undefined;
}
