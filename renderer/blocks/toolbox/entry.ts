/** What the palette is made of, as data: presets of blocks, each with the level from which on it is offered. Knows no Blockly. */

import type { MessageKey } from '../messages/en.ts';
import type { Kind } from '../suggestions.ts';
import type { PaletteStyle } from '../themes.ts';

/** How much the palette offers, from little to all. */
export const LEVELS = ['first-steps', 'maker', 'everything'] as const;
export type Level = (typeof LEVELS)[number];

/** A block in the palette, in Blockly's JSON form. */
export interface Preset<Value = string | number> {
  readonly type: string;
  readonly fields?: Readonly<Record<string, Value>>;
  readonly inputs?: Readonly<Record<string, Slot<Value>>>;
  readonly extraState?: unknown;
}

interface Slot<Value> {
  readonly shadow?: Preset<Value>;
  readonly block?: Preset<Value>;
}

/** A name that the program already has for such a thing. */
interface Suggested {
  readonly suggest: Kind;
}

/** A preset whose names are filled in from the program when the palette opens. */
export type Template = Preset<string | number | Suggested>;
export type TemplateSlot = Slot<string | number | Suggested>;

export interface Entry {
  /** Type of the block that the entry is about: of `set led to pin 2`, it is the pin. Lessons, search and help go by it. */
  readonly about: string;
  readonly level: Level;
  readonly template: Template;
}

export interface Category {
  /** As lessons name it. */
  readonly id: string;
  readonly style: PaletteStyle;
  readonly name: MessageKey;
  readonly entries: readonly Entry[];
  /** Entries that depend on the program: its variables, its functions. They stand at the end. */
  readonly grows?: 'variables' | 'functions';
}

export const block = (
  type: string,
  inputs: Readonly<Record<string, TemplateSlot>> = {},
  fields: Template['fields'] = {},
  extraState?: unknown,
): Template => ({ type, inputs, fields, ...(extraState === undefined ? {} : { extraState }) });

const entry =
  (level: Level) =>
  (...about: Parameters<typeof block>): Entry => ({ about: about[0], level, template: block(...about) });

/** An entry of each level. */
export const first = entry('first-steps');
export const maker = entry('maker');
export const late = entry('everything');

/** `set NAME to …`: how pins and sensors are made. */
export function named(name: string, { about, level, template }: Entry): Entry {
  return { about, level, template: block('assign', { VALUE: { block: template } }, { NAME: name }) };
}

export const number = (value: number | string): TemplateSlot => ({
  shadow: block('number', {}, { NUMBER: String(value) }),
});
export const words = (value: string): TemplateSlot => ({ shadow: block('text', {}, { TEXT: value }) });
export const name = (value: string): TemplateSlot => ({ shadow: block('name', {}, { NAME: value }) });
export const suggested = (kind: Kind): TemplateSlot => ({
  shadow: block('name', {}, { NAME: { suggest: kind } }),
});
export const pin = (value: number | string): TemplateSlot => ({
  shadow: block('pin_number', {}, { PIN: String(value) }),
});

/** The block with the names that `suggest` proposes. */
export function fill(template: Template, suggest: (kind: Kind) => string): Preset {
  const { type, fields = {}, inputs = {}, extraState } = template;
  const slot = ({ shadow, block: inner }: TemplateSlot): Slot<string | number> => ({
    ...(shadow && { shadow: fill(shadow, suggest) }),
    ...(inner && { block: fill(inner, suggest) }),
  });
  return {
    type,
    fields: Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [
        key,
        typeof value === 'object' ? suggest(value.suggest) : value,
      ]),
    ),
    inputs: Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, slot(value)])),
    ...(extraState === undefined ? {} : { extraState }),
  };
}
