/** The arguments of a call as slots that come and go: plain ones, named ones (`freq=`), and stars. */

import type { Block, Extra } from '../program/block.ts';
import { ORDER } from '../program/order.ts';
import type { Printer } from '../program/printer.ts';
import type { Parts } from '../program/rule.ts';
import type { Argument } from '../python/nodes.ts';
import { ITEM, itemSlots, type Shape } from '../shape.ts';

/** What stands in front of each argument: '', `name=`, `*` or `**`. */
function signs(extra: Extra | undefined, initial: number): readonly string[] {
  const found = extra?.['args'];
  if (Array.isArray(found)) return found.map(String);
  const items = Number(extra?.['items'] ?? initial);
  return new Array<string>(Number.isInteger(items) && items >= 0 ? items : initial).fill('');
}

/** Saved shapes of earlier versions say `items`, the number of plain arguments. */
export function argumentsShape(initial: number): Shape {
  const of = (extra: Extra): readonly string[] => signs(extra, initial);
  return {
    read: (saved) => ({ args: signs(saved as Extra | undefined, initial) }),
    inputs: (extra) =>
      of(extra).map((sign, n) => ({
        input: 'value',
        name: `${ITEM}${n}`,
        ...(sign === '' ? {} : { label: { plain: sign.replace('=', ' =') } }),
      })),
    buttons: [
      {
        sign: 'minus',
        label: 'ITEM_REMOVE',
        press: (extra) => (of(extra).length > 0 ? { args: of(extra).slice(0, -1) } : undefined),
      },
      { sign: 'plus', label: 'ITEM_ADD', press: (extra) => ({ args: plusOne(of(extra)) }) },
    ],
    model: `${ITEM}0`,
  };
}

/** A plain argument goes in front of the named ones, as Python wants it; only the last slot can be new. */
function plusOne(args: readonly string[]): readonly string[] {
  return args.some((sign) => sign !== '') ? args : [...args, ''];
}

export function writeArguments(block: Block, python: Printer): string {
  const args = signs(block.extra, 0).map(
    (sign, n) => sign + python.value(block, `${ITEM}${n}`, ORDER.ITEM, 'None'),
  );
  return `(${args.join(', ')})`;
}

export function argumentsParts(args: readonly Argument[]): Pick<Parts, 'extra' | 'slots'> {
  return {
    extra: { args: args.map(({ star, name }) => (name ? `${name.name}=` : star)) },
    slots: itemSlots(args.map(({ value }) => value)),
  };
}
