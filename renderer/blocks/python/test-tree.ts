/** For tests of the parser: the nodes of a tree in the order of the text, and the comments that they hold. */

import { expect } from 'vitest';
import type { HiddenComments, Module, Span } from './nodes.ts';
import { parseModule } from './parse-module.ts';

interface Node extends Span {
  readonly kind: string;
  readonly outer?: Span;
}

export function parsed(text: string): Module & HiddenComments {
  const result = parseModule(text);
  if (!result.ok) expect.fail(`${JSON.stringify(text)}: ${JSON.stringify(result.problem)}`);
  return result;
}

/** Every object below `root`, parents before children, with the nearest one above that has a span. */
function* objectsIn(
  root: unknown,
  parent?: Span,
): Generator<[Span & Record<string, unknown>, Span | undefined]> {
  if (typeof root !== 'object' || root === null) return;
  const node = 'from' in root ? (root as Span & Record<string, unknown>) : undefined;
  if (node) yield [node, parent];
  for (const child of Object.values(root)) yield* objectsIn(child, node ?? parent);
}

function nodesIn(root: unknown): Node[] {
  const nodes: Node[] = [];
  for (const [object] of objectsIn(root))
    if (typeof object.kind === 'string') nodes.push(object as unknown as Node);
  return nodes.sort((one, other) => one.from - other.from || other.to - one.to);
}

/** `Kind slice` of every node; names and numbers left out, as they only say what their slice says. */
export function kindsAndSlices(text: string): string[] {
  return nodesIn(parsed(text).items)
    .filter(({ kind }) => kind !== 'Name' && kind !== 'Number')
    .map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
}

/** Where each comment of the text is kept: statement, trailing or hidden. */
export function commentPlaces(text: string): string[] {
  const { items, hidden } = parsed(text);
  const places: { from: number; place: string }[] = hidden.map(({ from }) => ({ from, place: 'hidden' }));
  for (const [object] of objectsIn(items)) {
    const { kind, lines, trailing } = object as { kind?: string; lines?: readonly Span[]; trailing?: Span };
    if (trailing) places.push({ from: trailing.from, place: `trailing ${kind}` });
    for (const line of lines ?? []) places.push({ from: line.from, place: 'statement' });
  }
  return places.sort((one, other) => one.from - other.from).map(({ place }) => place);
}

/** Nothing reaches out of what holds it; only a body may end with a comment behind the end of its statement. */
export function expectNested(text: string): void {
  for (const [object, parent] of objectsIn(parsed(text).items)) {
    expect(object.from).toBeGreaterThanOrEqual(0);
    expect(object.to).toBeGreaterThanOrEqual(object.from);
    expect(object.to).toBeLessThanOrEqual(text.length);
    const mayEndLater =
      text.startsWith('#', object.from) ||
      'body' in object ||
      'indent' in object ||
      'outer' in (parent ?? {});
    if (!parent || mayEndLater) continue;
    expect([object.from >= parent.from, object.to <= parent.to, text.slice(object.from, object.to)]).toEqual([
      true,
      true,
      text.slice(object.from, object.to),
    ]);
  }
}
