/** Expressions from the loosest binding to the tightest. Operators group by loops, so that long sums need no deep stack. */

import { parseArguments, parseSubscript } from './calls.ts';
import { parseBraces, parseList, parseParentheses } from './brackets.ts';
import { LEVEL, endOf, startOf, type Cursor, type Rules } from './cursor.ts';
import type {
  BinaryOperator,
  CompareNode,
  CompareOperator,
  Expression,
  NameNode,
  UnaryNode,
} from './nodes.ts';
import { parseLambdaParameters } from './parameters.ts';
import { parseStrings } from './strings.ts';
import type { Token } from './token.ts';

const NOT_LEVEL = 3;
const COMPARE_LEVEL = 4;

const INFIX_LEVELS: ReadonlyMap<string, number> = new Map(
  ['or', 'and', '', '== != < <= > >= in not is', '|', '^', '&', '<< >>', '+ -', '* / // % @'].flatMap(
    (operators, index) => operators.split(' ').map((operator): [string, number] => [operator, index + 1]),
  ),
);

/** Keywords and operators that an expression may begin with. */
const BEGINNINGS = new Set('True False None not lambda await ( [ { - + ~ ... *'.split(' '));

export const RULES: Rules = { test, named, operators, listOrYield };

function test(cursor: Cursor): Expression {
  if (cursor.at('lambda')) return lambda(cursor);
  let last = operators(cursor, LEVEL.or);
  if (!cursor.at('if')) return last;
  const conditions: { readonly then: Expression; readonly test: Expression }[] = [];
  while (cursor.take('if')) {
    conditions.push({ then: last, test: operators(cursor, LEVEL.or) });
    cursor.expectWord('else');
    last = cursor.at('lambda') ? lambda(cursor) : operators(cursor, LEVEL.or);
  }
  return conditions.reduceRight<Expression>(
    (otherwise, condition) => ({
      kind: 'Conditional',
      from: startOf(condition.then),
      to: endOf(otherwise),
      ...condition,
      otherwise,
    }),
    last,
  );
}

function lambda(cursor: Cursor): Expression {
  const { from } = cursor.next();
  cursor.enter();
  const parameters = parseLambdaParameters(cursor);
  cursor.expect(':');
  const body = test(cursor);
  cursor.leave();
  return { kind: 'Lambda', from, to: endOf(body), parameters, body };
}

function named(cursor: Cursor): Expression {
  const target = test(cursor);
  if (!cursor.at(':=')) return target;
  if (target.kind !== 'Name' || target.outer) cursor.reject('cannot-assign', target);
  cursor.next();
  const value = test(cursor);
  return { kind: 'Walrus', from: target.from, to: endOf(value), target: target as NameNode, value };
}

function listOrYield(cursor: Cursor): Expression {
  if (cursor.at('yield')) return yieldExpression(cursor);
  const first = starOrTest(cursor);
  if (!cursor.at(',')) {
    // Only a list has a place for what the star unpacks.
    if (first.kind === 'Star') cursor.reject('unexpected', { from: first.from, to: first.from + 1 });
    return first;
  }
  const items = [first];
  while (cursor.take(',') && begins(cursor.token)) items.push(starOrTest(cursor));
  return { kind: 'Tuple', from: startOf(first), to: cursor.end, items, parenthesized: false };
}

function starOrTest(cursor: Cursor): Expression {
  if (!cursor.at('*')) return test(cursor);
  const { from } = cursor.next();
  const value = operators(cursor, LEVEL.bitOr);
  return { kind: 'Star', from, to: endOf(value), value };
}

function yieldExpression(cursor: Cursor): Expression {
  const { from } = cursor.next();
  if (cursor.take('from')) {
    const value = test(cursor);
    return { kind: 'YieldFrom', from, to: endOf(value), value };
  }
  if (!begins(cursor.token)) return { kind: 'Yield', from, to: cursor.end };
  const value = listOrYield(cursor);
  return { kind: 'Yield', from, to: endOf(value), value };
}

function begins(token: Token): boolean {
  if (token.kind === 'name' || token.kind === 'number' || token.kind === 'string') return true;
  return BEGINNINGS.has(token.text);
}

function operators(cursor: Cursor, level: number): Expression {
  let left = cursor.at('not') ? negation(cursor, level) : factor(cursor);
  for (;;) {
    const { token } = cursor;
    const found =
      token.kind === 'operator' || token.kind === 'keyword' ? INFIX_LEVELS.get(token.text) : undefined;
    if (found === undefined || found < level) return left;
    if (found === COMPARE_LEVEL) {
      const comparison = compare(cursor, left);
      if (comparison === undefined) return left;
      left = comparison;
    } else {
      cursor.next();
      left = infix(left, token, operators(cursor, found + 1));
    }
  }
}

function infix(left: Expression, token: Token, right: Expression): Expression {
  const operatorSpan = { from: token.from, to: token.to };
  const from = startOf(left);
  const to = endOf(right);
  if (token.text === 'and' || token.text === 'or') {
    return { kind: 'Logic', from, to, operator: token.text, operatorSpan, left, right };
  }
  return { kind: 'Binary', from, to, operator: token.text as BinaryOperator, operatorSpan, left, right };
}

function negation(cursor: Cursor, level: number): Expression {
  if (level > NOT_LEVEL) cursor.unexpected();
  const token = cursor.next();
  cursor.enter();
  const operand = operators(cursor, NOT_LEVEL);
  cursor.leave();
  return unary(token, operand);
}

function unary(token: Token, operand: Expression): Expression {
  return {
    kind: 'Unary',
    from: token.from,
    to: endOf(operand),
    operator: token.text as UnaryNode['operator'],
    operatorSpan: { from: token.from, to: token.to },
    operand,
  };
}

/** The whole chain; undefined when no comparison stands here after all (`not` without `in`). */
function compare(cursor: Cursor, first: Expression): CompareNode | undefined {
  const operands = [first];
  const found: CompareNode['operators'][number][] = [];
  for (;;) {
    const operator = compareOperator(cursor);
    if (operator === undefined) break;
    found.push(operator);
    operands.push(operators(cursor, LEVEL.bitOr));
  }
  const last = operands.at(-1) ?? first;
  if (found.length === 0) return undefined;
  return { kind: 'Compare', from: startOf(first), to: endOf(last), operands, operators: found };
}

function compareOperator(cursor: Cursor): CompareNode['operators'][number] | undefined {
  const { token } = cursor;
  if (INFIX_LEVELS.get(token.text) !== COMPARE_LEVEL) return undefined;
  if (token.text === 'not' && cursor.peek(1).text !== 'in') return undefined;
  cursor.next();
  if (token.text === 'not') return { from: token.from, to: cursor.next().to, operator: 'not in' };
  if (token.text === 'is' && cursor.at('not'))
    return { from: token.from, to: cursor.next().to, operator: 'is not' };
  return { from: token.from, to: token.to, operator: token.text as CompareOperator };
}

function factor(cursor: Cursor): Expression {
  if (!cursor.at('-') && !cursor.at('+') && !cursor.at('~')) return power(cursor);
  const signs: Token[] = [];
  while (cursor.at('-') || cursor.at('+') || cursor.at('~')) signs.push(cursor.next());
  return signs.reduceRight((operand, sign) => unary(sign, operand), power(cursor));
}

function power(cursor: Cursor): Expression {
  const base = primary(cursor);
  if (!cursor.at('**')) return base;
  const token = cursor.next();
  cursor.enter();
  const exponent = factor(cursor);
  cursor.leave();
  return infix(base, token, exponent);
}

function primary(cursor: Cursor): Expression {
  if (!cursor.at('await')) return postfix(cursor);
  const { from } = cursor.next();
  const value = postfix(cursor);
  return { kind: 'Await', from, to: endOf(value), value };
}

function postfix(cursor: Cursor): Expression {
  let left = atom(cursor);
  for (;;) {
    const from = startOf(left);
    if (cursor.at('(')) {
      const { list, span } = parseArguments(cursor);
      left = { kind: 'Call', from, to: span.to, function: left, arguments: list, argumentsSpan: span };
    } else if (cursor.at('[')) {
      const index = parseSubscript(cursor);
      left = { kind: 'Subscript', from, to: cursor.end, object: left, index };
    } else if (cursor.take('.')) {
      const token = cursor.name();
      const nameSpan = { from: token.from, to: token.to };
      left = { kind: 'Attribute', from, to: token.to, object: left, name: token.text, nameSpan };
    } else return left;
  }
}

function atom(cursor: Cursor): Expression {
  const { token } = cursor;
  const { from, to, text } = token;
  switch (token.kind) {
    case 'name':
      cursor.next();
      return { kind: 'Name', from, to, name: text };
    case 'number':
      cursor.next();
      return { kind: 'Number', from, to, source: text };
    case 'string':
      return parseStrings(cursor);
    default:
  }
  switch (text) {
    case 'True':
    case 'False':
    case 'None':
    case '...':
      cursor.next();
      return { kind: 'Constant', from, to, value: text };
    case '(':
      return parseParentheses(cursor);
    case '[':
      return parseList(cursor);
    case '{':
      return parseBraces(cursor);
    default:
      return cursor.operandMissing();
  }
}
