/** How a block is found in the syntax tree, where the form of its Python cannot say it. */

import type { Body, Expression, Span, Statement } from '../python/nodes.ts';
import type { Extra } from './block.ts';

/** A field's value. With `at` it is the text of that place, and editing the field replaces just that. */
export interface FieldPart {
  readonly value: string;
  readonly at?: Span;
}

/** What a rule finds: the content of the block's fields, slots and bodies. */
export interface Parts {
  readonly fields?: Readonly<Record<string, FieldPart>>;
  readonly extra?: Extra;
  readonly slots?: Readonly<Record<string, Expression | undefined>>;
  readonly bodies?: Readonly<Record<string, Body | undefined>>;
  /** The slots have no place of their own in the text: an edit writes the whole block anew. */
  readonly opaque?: true;
}

/** What rules may ask about the program. */
export interface ReadingContext {
  readonly text: string;
  source(span: Span): string;
  /** The dotted path of what an expression names, with imports resolved: `machine.Pin.OUT`; undefined for other expressions. */
  path(expression: Expression): string | undefined;
  /** Class of an object, as far as it can be told: `machine.Pin`. */
  kind(expression: Expression): string | undefined;
}

type NodeOf<Kind extends string> = Extract<Expression | Statement, { readonly kind: Kind }>;

export interface Rule<Kind extends (Expression | Statement)['kind'] = (Expression | Statement)['kind']> {
  readonly node: Kind;
  /** Undefined: this node is not such a block. */
  readonly read: (node: NodeOf<Kind>, context: ReadingContext) => Parts | undefined;
}

/** A rule with its node's type checked. Statement and value blocks read the nodes of their own kind. */
export function rule<Kind extends (Expression | Statement)['kind']>(
  node: Kind,
  read: (node: NodeOf<Kind>, context: ReadingContext) => Parts | undefined,
): Rule {
  return { node, read } as unknown as Rule;
}

/** A field that is written as it is read. */
export function part(context: ReadingContext, at: Span): FieldPart {
  return { value: context.source(at), at };
}
