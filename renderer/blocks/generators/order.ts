/**
 * How tightly Python's operators bind: the smaller, the tighter. Source: Python language reference, 6.17.
 * An operand that needs parentheses unless it binds tighter is asked for with the plain value; one that may bind equally
 * (the left operand of `-`) with `sameOrTighter`.
 */

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
  NONE: 99,
} as const;

/** Accepts an operand of the same strength without parentheses. */
export function sameOrTighter(order: number): number {
  return order + 1;
}
