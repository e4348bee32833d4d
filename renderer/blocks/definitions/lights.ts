/** Chains of colored lights (NeoPixel, WS2812). Source: MicroPython docs, module neopixel. */

import { type BlockArg, type BlockFamily, known, pinSlot, slot, statement, value } from '../block-spec.ts';
import type { Block } from '../program/block.ts';
import { takes } from '../program/match.ts';
import { ORDER } from '../program/order.ts';
import type { Printer } from '../program/printer.ts';
import { type Parts, type ReadingContext, rule } from '../program/rule.ts';
import type { AssignStatement, Expression } from '../python/nodes.ts';

const chain = known(
  'CHAIN',
  ['neopixel.NeoPixel'],
  ...([
    'np',
    'neopixel',
    'neopixels',
    'pixels',
    'pixel',
    'strip',
    'led_strip',
    'ring',
    'leds',
    'neo',
  ] as const),
);
const COLOR: readonly BlockArg[] = [slot('RED', '0'), slot('GREEN', '0'), slot('BLUE', '0')];

/** `np[3] = …` */
function pixelOf({ targets, value: color }: AssignStatement, context: ReadingContext): Parts | undefined {
  const [target] = targets;
  if (targets.length > 1 || target.kind !== 'Subscript' || target.outer) return undefined;
  if (target.index.kind === 'Slice' || !takes(chain, target.object, context)) return undefined;
  return { slots: { CHAIN: target.object, INDEX: target.index, COLOR: color } };
}

/** Red, green and blue where a color says them one by one. */
function colorParts(color: Expression | undefined): Record<string, Expression | undefined> | undefined {
  if (color?.kind !== 'Tuple' || !color.parenthesized || color.outer) return undefined;
  const [red, green, blue, more] = color.items;
  const isStarred = color.items.some(({ kind }) => kind === 'Star');
  return red && green && blue && !more && !isStarred ? { RED: red, GREEN: green, BLUE: blue } : undefined;
}

function place(block: Block, python: Printer): string {
  const index = python.value(block, 'INDEX', ORDER.NONE, '0');
  return `${python.receiver(block, 'CHAIN', 'np')}[${index}] = `;
}

function writeColor(block: Block, python: Printer): string {
  const parts = COLOR.map(({ name }) => python.value(block, name, ORDER.ITEM, '0'));
  return `(${parts.join(', ')})`;
}

export const lights: BlockFamily = {
  style: 'displays',
  blocks: [
    value('neopixel_new', {
      message: 'NEOPIXEL_NEW',
      args: [slot('COUNT', '8'), pinSlot('PIN')],
      tooltip: 'NEOPIXEL_NEW_TIP',
      python: [
        'neopixel.NeoPixel(machine.Pin($PIN), $COUNT)',
        'neopixel.NeoPixel(machine.Pin($PIN, machine.Pin.OUT), $COUNT)',
        'neopixel.NeoPixel($PIN, $COUNT)',
      ],
    }),
    statement('neopixel_set', {
      message: 'NEOPIXEL_SET',
      args: [slot('INDEX', '0'), chain, ...COLOR],
      tooltip: 'NEOPIXEL_SET_TIP',
      write: (block, python) => place(block, python) + writeColor(block, python),
      reads: [
        rule('Assign', (node, context) => {
          const { CHAIN, INDEX, COLOR: color } = pixelOf(node, context)?.slots ?? {};
          const parts = colorParts(color);
          return parts && { slots: { CHAIN, INDEX, ...parts } };
        }),
      ],
    }),
    statement('neopixel_set_color', {
      message: 'NEOPIXEL_SET_COLOR',
      args: [slot('INDEX', '0'), chain, slot('COLOR', '(0, 0, 0)')],
      tooltip: 'NEOPIXEL_SET_COLOR_TIP',
      write: (block, python) => place(block, python) + python.value(block, 'COLOR', ORDER.NONE, '(0, 0, 0)'),
      reads: [rule('Assign', pixelOf)],
    }),
    statement('neopixel_fill', {
      message: 'NEOPIXEL_FILL',
      args: [chain, ...COLOR],
      tooltip: 'NEOPIXEL_FILL_TIP',
      python: '$CHAIN.fill(($RED, $GREEN, $BLUE))',
    }),
    statement('neopixel_fill_color', {
      message: 'NEOPIXEL_FILL_COLOR',
      args: [chain, slot('COLOR', '(0, 0, 0)')],
      tooltip: 'NEOPIXEL_FILL_COLOR_TIP',
      python: '$CHAIN.fill($COLOR)',
    }),
    statement('neopixel_show', {
      message: 'NEOPIXEL_SHOW',
      args: [chain],
      tooltip: 'NEOPIXEL_SHOW_TIP',
      python: '$CHAIN.write()',
    }),
  ],
};
