/** Walking a syntax tree without knowing its kinds: whatever has a span is a node. */

import type { Expression, Statement } from '../blocks/python/nodes.ts';

export type Node = Statement | Expression;

/** The nodes directly inside: in arguments, bodies, handlers and other pieces that are no nodes themselves, too. */
export function childrenOf(piece: object): readonly Node[] {
  const before = known.get(piece);
  if (before) return before;
  const found: Node[] = [];
  collect(piece, found);
  known.set(piece, found);
  return found;
}

/** A tree never changes, and is walked several times. */
const known = new WeakMap<object, readonly Node[]>();

function collect(piece: object, found: Node[]): void {
  for (const key in piece) {
    const inner: unknown = (piece as Readonly<Record<string, unknown>>)[key];
    if (typeof inner !== 'object' || inner === null) continue;
    if (isNode(inner)) found.push(inner);
    else collect(inner, found);
  }
}

function isNode(piece: object): piece is Node {
  // The clauses of a comprehension have a kind, too, in small letters; they are pieces.
  return 'kind' in piece && typeof piece.kind === 'string' && piece.kind < 'a';
}

/** Whether `test` holds for the node or for anything below it. */
export function someNode(node: Node, test: (node: Node) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => someNode(child, test));
}
