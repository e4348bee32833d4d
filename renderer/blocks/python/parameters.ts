/** Parameters of functions and lambdas, with the order that MicroPython wants. */

import { endOf, type Cursor } from './cursor.ts';
import type { Parameter, Parameters } from './nodes.ts';

/** Stands behind the opening parenthesis and stops in front of the closing one. */
export function parseParameters(cursor: Cursor): Parameters {
  return parameters(cursor, ')', true);
}

/** Stands behind `lambda` and stops in front of the colon. */
export function parseLambdaParameters(cursor: Cursor): Parameters {
  return parameters(cursor, ':', false);
}

function parameters(cursor: Cursor, closer: string, annotated: boolean): Parameters {
  const list: Parameter[] = [];
  const place = cursor.end;
  while (!cursor.at(closer)) {
    const parameter = parseParameter(cursor, annotated);
    checkOrder(cursor, list, parameter);
    list.push(parameter);
    if (!cursor.take(',')) break;
  }
  return { from: list[0]?.from ?? place, to: list.at(-1)?.to ?? place, list };
}

function parseParameter(cursor: Cursor, annotated: boolean): Parameter {
  const { from, to, text } = cursor.token;
  if (text === '/') {
    cursor.next();
    return { from, to, star: '/', name: '' };
  }
  const star = text === '*' || text === '**' ? text : '';
  if (star !== '') cursor.next();
  if (star === '*' && cursor.token.kind !== 'name' && cursor.token.kind !== 'keyword') {
    return { from, to, star, name: '' };
  }
  const name = cursor.name().text;
  let end = cursor.end;
  const annotation = annotated && cursor.take(':') ? cursor.rules.test(cursor) : undefined;
  if (annotation) end = endOf(annotation);
  const value = star === '' && cursor.take('=') ? cursor.rules.test(cursor) : undefined;
  if (value) end = endOf(value);
  return { from, to: end, star, name, annotation, default: value };
}

/** Nothing behind `**`, one star, one slash in front of it, and no parameter without a default behind one with a default. */
function checkOrder(cursor: Cursor, before: readonly Parameter[], parameter: Parameter): void {
  const { star } = parameter;
  const starred = before.some((other) => other.star === '*');
  const wrong =
    before.some((other) => other.star === '**') ||
    (starred && (star === '*' || star === '/')) ||
    (star === '/' && (before.length === 0 || before.some((other) => other.star === '/'))) ||
    (star === '' && !starred && !parameter.default && before.some((other) => other.default));
  if (wrong) cursor.reject('argument-order', parameter);
}
