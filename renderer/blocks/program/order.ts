/**
 * How tightly Python's operators bind: the smaller, the tighter. Source: Python language reference, 6.17.
 * An operand that needs parentheses unless it binds tighter is asked for with the plain value; one that may bind equally
 * (the left operand of `-`) with `sameOrTighter`.
 */

import type { BinaryOperator, Expression } from '../python/nodes.ts';

export const ORDER = {
  ATOMIC: 0,
  /** Calls, attributes, subscripts. */
  MEMBER: 2,
  AWAIT: 4,
  POWER: 6,
  UNARY: 8,
  MULTIPLICATIVE: 10,
  ADDITIVE: 12,
  SHIFT: 14,
  BITWISE_AND: 16,
  BITWISE_XOR: 18,
  BITWISE_OR: 20,
  COMPARISON: 22,
  NOT: 24,
  AND: 26,
  OR: 28,
  CONDITIONAL: 30,
  LAMBDA: 32,
  /** What an argument or an item of a list may be without parentheses: everything tighter than this. */
  ITEM: 34,
  STAR: 36,
  YIELD: 38,
  /** A tuple without parentheses. */
  TUPLE: 40,
  NONE: 99,
  /** Always in parentheses. */
  WALRUS: 100,
} as const;

/** Accepts an operand of the same strength without parentheses. */
export function sameOrTighter(order: number): number {
  return order + 1;
}

export const BINARY_ORDER: Readonly<Record<BinaryOperator, number>> = {
  '+': ORDER.ADDITIVE,
  '-': ORDER.ADDITIVE,
  '*': ORDER.MULTIPLICATIVE,
  '/': ORDER.MULTIPLICATIVE,
  '//': ORDER.MULTIPLICATIVE,
  '%': ORDER.MULTIPLICATIVE,
  '@': ORDER.MULTIPLICATIVE,
  '**': ORDER.POWER,
  '<<': ORDER.SHIFT,
  '>>': ORDER.SHIFT,
  '&': ORDER.BITWISE_AND,
  '^': ORDER.BITWISE_XOR,
  '|': ORDER.BITWISE_OR,
};

/** What the left and the right operand of an operator are asked for. The power groups to the right and takes a sign there. */
export function operandOrders(operator: BinaryOperator): readonly [left: number, right: number] {
  const order = BINARY_ORDER[operator];
  if (operator === '**') return [order, sameOrTighter(ORDER.UNARY)];
  return [sameOrTighter(order), order];
}

/** How tightly a written expression binds. */
export function orderOf(node: Expression): number {
  switch (node.kind) {
    case 'Binary':
      return BINARY_ORDER[node.operator];
    case 'Unary':
      return node.operator === 'not' ? ORDER.NOT : ORDER.UNARY;
    case 'Logic':
      return node.operator === 'and' ? ORDER.AND : ORDER.OR;
    case 'Compare':
      return ORDER.COMPARISON;
    case 'Conditional':
      return ORDER.CONDITIONAL;
    case 'Lambda':
      return ORDER.LAMBDA;
    case 'Call':
    case 'Attribute':
    case 'Subscript':
      return ORDER.MEMBER;
    case 'Await':
      return ORDER.AWAIT;
    case 'Yield':
    case 'YieldFrom':
      return ORDER.YIELD;
    case 'Walrus':
      return ORDER.WALRUS;
    case 'Star':
      return ORDER.STAR;
    case 'Tuple':
      return node.parenthesized ? ORDER.ATOMIC : ORDER.TUPLE;
    case 'Comprehension':
      return node.bracketed ? ORDER.ATOMIC : ORDER.TUPLE;
    case 'Slice':
      return ORDER.NONE - 1;
    default:
      return ORDER.ATOMIC;
  }
}
