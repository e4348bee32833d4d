/** What one block is: its look, its Python and its texts, declared together. Knows neither workspaces nor windows. */

import type { Block } from 'blockly/core';
import type { PythonGenerator } from './generators/python-generator.ts';
import { msg } from './messages/messages.ts';
import type { MessageKey } from './messages/en.ts';

/** Color family of a block and of its category. */
export type BlockStyle =
  'pins' | 'sensors' | 'time' | 'control' | 'output' | 'variables' | 'math' | 'functions' | 'code';

/** Where blank lines go around a statement at the top of the program. */
export type Layout = 'plain' | 'comment' | 'section' | 'definition';

/** One field or slot of a block, in Blockly's JSON form. */
export type BlockArg = Readonly<Record<string, unknown>> & { readonly type: string; readonly name?: string };

interface Look {
  /** Text with %1 … %n for `args`. */
  readonly message: MessageKey;
  readonly args?: readonly BlockArg[];
  readonly tooltip: MessageKey;
  readonly style?: BlockStyle;
  /** Name of the slot that holds the statements inside, for blocks with a body. */
  readonly body?: 'DO' | 'DO0';
  /** Registered mutator that gives the block slots that come and go. */
  readonly mutator?: string;
  readonly layout?: Layout;
}

export interface StatementLook extends Look {
  /** Python without a final line break. */
  readonly generate: (block: Block, python: PythonGenerator) => string;
}

export interface ValueLook extends Look {
  /** Truth values have their own slot shape. */
  readonly output?: 'Boolean';
  /** Python and its binding strength, from ORDER. */
  readonly generate: (block: Block, python: PythonGenerator) => [string, number];
}

export interface BlockSpec {
  readonly type: string;
  readonly json: Readonly<Record<string, unknown>>;
  readonly layout: Layout;
  readonly generate: (block: Block, python: PythonGenerator) => string | [string, number];
}

/** One file of related blocks. `style` colors every block that does not say otherwise. */
export interface BlockFamily {
  readonly style: BlockStyle;
  readonly blocks: readonly BlockSpec[];
}

/** A block that stands in a row of statements. */
export function statement(type: string, look: StatementLook): BlockSpec {
  return spec(type, look, { previousStatement: null, nextStatement: null });
}

/** A block that fits into a slot. */
export function value(type: string, look: ValueLook): BlockSpec {
  return spec(type, look, { output: look.output ?? null });
}

/** The block that a program hangs from. */
export function hat(type: string, look: StatementLook): BlockSpec {
  return spec(type, look, { nextStatement: null });
}

/** Whether a slot of this name holds statements: a body is called DO, DO0, DO1 … or ELSE. */
export function isBody(slotName: string): boolean {
  return /^(DO\d*|ELSE)$/.test(slotName);
}

/** A slot for a value. */
export function slot(name: string): BlockArg {
  return { type: 'input_value', name };
}

/** A slot for a truth value. Any value fits, since Python asks every value whether it is true. */
export function condition(name: string): BlockArg {
  return { type: 'input_value', name, check: 'Boolean' };
}

/** A menu: the text of each choice, then the value that is stored. */
export function menu(name: string, ...options: readonly (readonly [MessageKey, string])[]): BlockArg {
  return { type: 'field_dropdown', name, options: options.map(([key, stored]) => [msg(key), stored]) };
}

/** A menu of Python operators, shown as they are written. `shown` replaces what keyboards lack. */
export function operators(name: string, shown: Readonly<Record<string, string>>): BlockArg {
  return {
    type: 'field_dropdown',
    name,
    options: Object.entries(shown).map(([stored, label]) => [label, stored]),
  };
}

function spec(
  type: string,
  look: StatementLook | ValueLook,
  connections: Readonly<Record<string, unknown>>,
): BlockSpec {
  const body = look.body ? { message1: '%1', args1: [{ type: 'input_statement', name: look.body }] } : {};
  return {
    type,
    layout: look.layout ?? 'plain',
    generate: look.generate,
    json: {
      type,
      message0: msg(look.message),
      args0: look.args ?? [],
      ...body,
      ...connections,
      ...(look.style ? { style: look.style } : {}),
      ...(look.mutator ? { mutator: look.mutator } : {}),
      inputsInline: true,
      tooltip: msg(look.tooltip),
    },
  };
}
