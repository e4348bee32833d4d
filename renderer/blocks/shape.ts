/** Slots that come and go, as data: what inputs a shape has, and what its buttons do. Knows no Blockly. */

import type { MessageKey } from './messages/en.ts';
import type { Extra } from './program/block.ts';

/** Registered name of the one mutator that draws every shape. */
export const SHAPE_MUTATOR = 'pinlab_shape';

export interface ShapeInput {
  readonly input: 'value' | 'body' | 'label';
  /** Of the input, unique in the block. Bodies are called DO…, ELSE or FINALLY. */
  readonly name: string;
  /** A text key in front of the slot, or plain text (the name of an argument). */
  readonly label?: MessageKey | { readonly plain: string };
  readonly check?: 'Boolean';
  /** A field in front of the slot (behind the label), in Blockly's JSON form with its name. */
  readonly field?: { readonly type: string; readonly name: string; readonly [other: string]: unknown };
  /** Starts a new row even where inputs are drawn in one line. */
  readonly newRow?: boolean;
  /** Buttons behind the label. */
  readonly buttons?: readonly ShapeButton[];
}

export interface ShapeButton {
  readonly sign: 'plus' | 'minus';
  readonly label: MessageKey;
  /** The shape after a press; undefined leaves it as it is. */
  readonly press: (extra: Extra) => Extra | undefined;
  /** Which slot's content goes where, by input name; what is not named stays, what maps to '' falls out. */
  readonly moves?: (extra: Extra) => Readonly<Record<string, string>>;
}

export interface Shape {
  /** The shape that saved or missing data mean; never fails. */
  readonly read: (saved: unknown) => Extra;
  /** Inputs behind those of the block's message. */
  readonly inputs: (extra: Extra) => readonly ShapeInput[];
  /** Buttons at the end of the block. */
  readonly buttons: readonly ShapeButton[];
  /** Like slot that an added slot starts with: the shadow of this input. */
  readonly model?: string;
}

/** Slots are ITEM0, ITEM1, … */
export const ITEM = 'ITEM';

/** Values as slots: ITEM0, ITEM1, … */
export function itemSlots<Value>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value, n) => [`${ITEM}${n}`, value]));
}

export function count(extra: Extra | undefined, key: string, fallback = 0): number {
  const found = Number(extra?.[key]);
  return Number.isInteger(found) && found >= 0 ? found : fallback;
}

/** A number of value slots ITEM0 … with a plus and a minus, from `least` to `most`. */
export function items(initial: number, least = 0, most = Infinity): Shape {
  const read = (saved: unknown): Extra => ({
    items: Math.min(most, Math.max(least, count(saved as Extra | undefined, 'items', initial))),
  });
  return {
    read,
    inputs: (extra) =>
      Array.from({ length: count(extra, 'items') }, (_, n) => ({ input: 'value', name: `${ITEM}${n}` })),
    buttons: [
      {
        sign: 'minus',
        label: 'ITEM_REMOVE',
        press: (extra) => {
          const now = count(extra, 'items');
          return now > least ? { ...extra, items: now - 1 } : undefined;
        },
      },
      {
        sign: 'plus',
        label: 'ITEM_ADD',
        press: (extra) => {
          const now = count(extra, 'items');
          return now < most ? { ...extra, items: now + 1 } : undefined;
        },
      },
    ],
    model: `${ITEM}0`,
  };
}
