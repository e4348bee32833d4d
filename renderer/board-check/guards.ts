/**
 * What tells that a program knows its boards differ: it asks which board it is on, or catches what a missing name raises.
 * What stands behind such a question is not called missing.
 */

import type { Body, Expression, Statement, TryStatement } from '../blocks/python/nodes.ts';
import { type Node, childrenOf, someNode } from './nodes-in.ts';

const QUESTIONS = new Set(['hasattr', 'getattr', 'dir', 'uname']);
const FACTS = new Set(['platform', 'implementation', 'uname', '_machine', 'board_id']);
const FOR_MISSING = new Set(['ImportError', 'AttributeError']);
const FOR_ANYTHING = new Set(['Exception', 'BaseException']);
/** A `try` that catches everything is taken for a question only where it is about as short as one. */
const SHORT = 3;

/** Asks which board it is, or names something that was found out that way before. */
export function asksForBoard(expression: Expression, answers: ReadonlySet<string>): boolean {
  return someNode(expression, (node) => {
    if (node.kind === 'Name') return QUESTIONS.has(node.name) || answers.has(node.name);
    return node.kind === 'Attribute' && (FACTS.has(node.name) || answers.has(node.name));
  });
}

/** Names that the program gives an answer about its board. */
export function boardAnswers(items: readonly Statement[]): ReadonlySet<string> {
  const answers = new Set<string>();
  const visit = (node: Node): void => {
    if (node.kind === 'Assign' && asksForBoard(node.value, answers)) {
      for (const target of node.targets) {
        if (target.kind === 'Name' || target.kind === 'Attribute') answers.add(target.name);
      }
    }
    for (const child of childrenOf(node)) visit(child);
  };
  for (const item of items) visit(item);
  return answers;
}

/** Whether a `try` catches what a missing module or name raises, on purpose. */
export function catchesMissing({ body, handlers }: TryStatement): boolean {
  const caught = handlers.map(({ type }) => (type ? namesIn(type) : ['Exception']));
  const names = new Set(caught.flat());
  if ([...names].some((name) => FOR_MISSING.has(name))) return true;
  const imports = body.items.every(({ kind }) => kind === 'Import' || kind === 'FromImport');
  return [...names].some((name) => FOR_ANYTHING.has(name)) && (imports || body.items.length <= SHORT);
}

function namesIn(type: Expression): readonly string[] {
  if (type.kind === 'Name') return [type.name];
  return type.kind === 'Tuple' ? type.items.flatMap(namesIn) : [];
}

/** Whether the body always leaves what it stands in. */
export function leaves({ items }: Body): boolean {
  const last = items.findLast(({ kind }) => kind !== 'Comment');
  if (!last) return false;
  if (last.kind !== 'Expression') return ['Return', 'Raise', 'Continue', 'Break'].includes(last.kind);
  const { value } = last;
  return (
    value.kind === 'Call' &&
    value.function.kind === 'Attribute' &&
    ['exit', 'reset'].includes(value.function.name)
  );
}

/** `False`, `0`, `None` or a name that was set to one of them: what stands behind is switched off. */
export function isOff(test: Expression, items: readonly Statement[]): boolean {
  if (test.kind === 'Constant') return test.value === 'False' || test.value === 'None';
  if (test.kind === 'Number') return Number(test.source) === 0;
  if (test.kind !== 'Name') return false;
  const settings = items.filter(
    (item) =>
      item.kind === 'Assign' && item.targets.some((to) => to.kind === 'Name' && to.name === test.name),
  );
  const [only] = settings;
  return (
    settings.length === 1 && only?.kind === 'Assign' && only.value.kind !== 'Name' && isOff(only.value, items)
  );
}
