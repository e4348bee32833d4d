/** The console: printing and asking; and the text that is printed. */

import { type BlockFamily, slot, statement, value, type Written } from '../block-spec.ts';
import { FIELD } from '../field-types.ts';
import type { Block } from '../program/block.ts';
import { decodeLiteral, fString, isPlainText, type JoinPiece } from '../program/literals.ts';
import { ORDER } from '../program/order.ts';
import type { Printer } from '../program/printer.ts';
import { type Parts, part, type ReadingContext, rule } from '../program/rule.ts';
import type { Expression, Span, StringNode } from '../python/nodes.ts';
import { count, ITEM, itemSlots, items } from '../shape.ts';
import { argumentsParts, argumentsShape, writeArguments } from './arguments.ts';

/** An f-string where MicroPython can read it, otherwise a sum of texts. */
function join(block: Block, python: Printer): Written {
  const slots = Array.from({ length: count(block.extra, 'items') }, (_, n) => `${ITEM}${n}`);
  const pieces = slots
    .filter((name) => block.slots[name])
    .map((name): JoinPiece => {
      const item = block.slots[name];
      if (item?.type === 'text') return { literal: item.fields['TEXT'] ?? '' };
      return { expression: python.value(block, name, ORDER.ITEM, "''") };
    });
  if (pieces.every((piece) => 'literal' in piece)) {
    return [python.quote(pieces.map(({ literal }) => literal).join('')), ORDER.ATOMIC];
  }
  const joined = fString(pieces, python.quote('')[0] === '"' ? '"' : "'");
  if (joined) return [joined, ORDER.ATOMIC];
  const terms = pieces.map((piece) =>
    'literal' in piece ? python.quote(piece.literal) : `str(${piece.expression})`,
  );
  return [terms.join(' + '), terms.length > 1 ? ORDER.ADDITIVE : ORDER.MEMBER];
}

/** A short text without anything that a field cannot show. */
function textParts({ tokens }: StringNode, context: ReadingContext): Parts | undefined {
  const [token] = tokens;
  if (tokens.length > 1 || token.prefix !== '' || token.quote.length > 1) return undefined;
  const words = decodeLiteral(context.source(token.body), '');
  return isPlainText(words) ? { fields: { TEXT: { value: words } } } : undefined;
}

/** `f'{a} and {b}'` as the pieces it joins, where the block would write the same. */
function joinParts({ tokens }: StringNode, context: ReadingContext): Parts | undefined {
  const [token] = tokens;
  if (tokens.length > 1 || token.prefix !== 'f' || token.quote.length > 1) return undefined;
  const slots: Expression[] = [];
  let at = token.body.from;
  const upTo = (to: number): boolean => {
    const words = context.source({ from: at, to });
    if (words !== '') slots.push(literal({ from: at, to }));
    return !/[{}\\]/.test(words);
  };
  for (const { from, to, expression, debug, conversion, spec } of token.replacements) {
    const source = context.source(expression.outer ?? expression);
    if (debug || conversion || spec || expression.kind === 'String' || /['"\\{}:!#\r\n]/.test(source))
      return undefined;
    if (!upTo(from)) return undefined;
    slots.push(expression);
    at = to;
  }
  if (!upTo(token.body.to) || token.replacements.length === 0) return undefined;
  return {
    opaque: true,
    extra: { items: slots.length },
    slots: itemSlots(slots),
  };
}

/** A stretch of an f-string, as the text literal that it would be alone. */
function literal(body: Span): StringNode {
  return { kind: 'String', ...body, tokens: [{ ...body, prefix: '', quote: "'", body, replacements: [] }] };
}

function sourceOf(node: StringNode, context: ReadingContext): Parts {
  return { fields: { SOURCE: part(context, node) } };
}

const isFormat = ({ tokens }: StringNode): boolean => tokens.some(({ prefix }) => /f/i.test(prefix));

const texts = [
  value('text', {
    message: 'TEXT',
    args: [{ type: 'field_input', name: 'TEXT', text: '', spellcheck: false }],
    tooltip: 'TEXT_TIP',
    write: (block, python) => [python.quote(block.fields['TEXT'] ?? ''), ORDER.ATOMIC],
    reads: [rule('String', textParts)],
  }),
  value('text_join', {
    message: 'TEXT_JOIN',
    shape: items(2),
    tooltip: 'TEXT_JOIN_TIP',
    write: join,
    reads: [rule('String', joinParts)],
  }),
  value('f_string', {
    message: 'F_STRING',
    args: [{ type: FIELD.source, name: 'SOURCE', text: "f'{x}'", multiline: true }],
    tooltip: 'F_STRING_TIP',
    write: (block) => [block.fields['SOURCE'] ?? "''", ORDER.ATOMIC],
    reads: [rule('String', (node, context) => (isFormat(node) ? sourceOf(node, context) : undefined))],
  }),
  value('text_literal', {
    message: 'TEXT_LITERAL',
    args: [{ type: FIELD.source, name: 'SOURCE', text: "b''", multiline: true }],
    tooltip: 'TEXT_LITERAL_TIP',
    write: (block) => [block.fields['SOURCE'] ?? "''", ORDER.ATOMIC],
    reads: [rule('String', sourceOf)],
  }),
];

export const output: BlockFamily = {
  style: 'output',
  blocks: [
    statement('print', {
      message: 'PRINT',
      shape: argumentsShape(1),
      tooltip: 'PRINT_TIP',
      write: (block, python) => `print${writeArguments(block, python)}`,
      reads: [
        rule('Expression', ({ value: node }, context) =>
          node.kind === 'Call' && !node.outer && context.path(node.function) === 'print'
            ? argumentsParts(node.arguments)
            : undefined,
        ),
      ],
    }),
    value('input', {
      message: 'INPUT',
      args: [slot('PROMPT', '')],
      tooltip: 'INPUT_TIP',
      write: (block, python) => [`input(${python.value(block, 'PROMPT', ORDER.ITEM, '')})`, ORDER.MEMBER],
      reads: [
        rule('Call', ({ function: called, arguments: args }, context) => {
          const [prompt, ...more] = args;
          const isPlain = more.length === 0 && !prompt?.name && !prompt?.star;
          return context.path(called) === 'input' && isPlain
            ? { slots: { PROMPT: prompt?.value } }
            : undefined;
        }),
      ],
    }),
    ...texts,
  ],
};
