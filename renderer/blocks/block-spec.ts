/** What one block is: its look, its Python and its texts, declared together. Knows neither workspaces nor windows. */

import type { MessageKey } from './messages/en.ts';
import { msg } from './messages/texts.ts';
import type { Block } from './program/block.ts';
import { compileForms, type Form, keepsExtra, type PythonForms, writeForm } from './program/forms.ts';
import type { Printer } from './program/printer.ts';
import type { Rule } from './program/rule.ts';
import { SHAPE_MUTATOR, type Shape } from './shape.ts';

/** Color family of a block and of its category. */
export type BlockStyle =
  | 'pins'
  | 'sensors'
  | 'displays'
  | 'time'
  | 'control'
  | 'output'
  | 'variables'
  | 'math'
  | 'data'
  | 'functions'
  | 'network'
  | 'files'
  | 'tasks'
  | 'code';

/** Where blank lines go around a statement at the top of the program. */
export type Layout = 'plain' | 'comment' | 'import' | 'section' | 'definition';

/** One field or slot of a block: Blockly's JSON form, and what reading and writing need to know of it. */
export interface BlockArg {
  readonly type: string;
  readonly name: string;
  /** Text of an empty slot. */
  readonly empty?: string;
  /** Classes of the object that a slot takes, such as `machine.Pin`: others are not read as this block. */
  readonly kinds?: readonly string[];
  /** Customary names of such objects. An object of unknown class is read as this block only where it has one of them. */
  readonly names?: readonly string[];
  /** An argument that is left out while the slot is empty. */
  readonly optional?: true;
  /** A slot whose literals are pins. */
  readonly pins?: boolean;
  readonly [other: string]: unknown;
}

interface Look {
  /** Text with %1 … %n for `args`. */
  readonly message: MessageKey;
  readonly args?: readonly BlockArg[];
  readonly tooltip: MessageKey;
  readonly style?: BlockStyle;
  /** Name of the slot that holds the statements inside, for blocks with a body. */
  readonly body?: 'DO' | 'DO0';
  /** Slots that come and go. */
  readonly shape?: Shape;
  /** A mutator of its own, by its registered name. */
  readonly mutator?: string;
  readonly layout?: Layout;
  /**
   * The Python that the block stands for, read and written: `time.sleep($SECONDS)`. `$NAME` is a field or slot of the block;
   * a name behind a module is imported as the program imports it. See `program/forms.ts` for several forms.
   */
  readonly python?: PythonForms;
  /** Further ways to read the block, for what no form can say. */
  readonly reads?: readonly Rule[];
}

export interface StatementLook extends Look {
  /** Python without indentation of the first line and without a final line break. Needed where there is no `python`. */
  readonly write?: (block: Block, python: Printer) => string;
}

export interface ValueLook extends Look {
  /** Truth values have their own slot shape. */
  readonly output?: 'Boolean';
  /** Python and its binding strength, from ORDER. Needed where there is no `python`. */
  readonly write?: (block: Block, python: Printer) => Written;
}

export type Written = readonly [code: string, order: number];

export interface BlockSpec {
  readonly type: string;
  readonly role: 'hat' | 'statement' | 'value';
  readonly json: Readonly<Record<string, unknown>>;
  readonly args: readonly BlockArg[];
  readonly layout: Layout;
  readonly shape: Shape | undefined;
  readonly forms: readonly Form[];
  readonly reads: readonly Rule[];
  readonly write: (block: Block, python: Printer) => string | Written;
}

/** One file of related blocks. `style` colors every block that does not say otherwise. */
export interface BlockFamily {
  readonly style: BlockStyle;
  readonly blocks: readonly BlockSpec[];
}

/** A block that stands in a row of statements. */
export function statement(type: string, look: StatementLook): BlockSpec {
  return spec(type, 'statement', look, { previousStatement: null, nextStatement: null });
}

/** A block that fits into a slot. */
export function value(type: string, look: ValueLook): BlockSpec {
  return spec(type, 'value', look, { output: look.output ?? null });
}

/** The block that a program hangs from. */
export function hat(type: string, look: StatementLook): BlockSpec {
  return spec(type, 'hat', look, { nextStatement: null });
}

/** Whether a slot of this name holds statements: a body is called DO, DO0, DO1 …, ELSE or FINALLY. */
export function isBody(slotName: string): boolean {
  return /^(DO\d*|ELSE|FINALLY)$/.test(slotName);
}

/** A slot for a value. `empty` is the text of the slot while nothing is in it. */
export function slot(name: string, empty = 'None'): BlockArg {
  return { type: 'input_value', name, empty };
}

/** A slot for a truth value. Any value fits, since Python asks every value whether it is true. */
export function condition(name: string): BlockArg {
  return { type: 'input_value', name, check: 'Boolean', empty: 'False' };
}

/** A slot whose numbers and names are pins of the board. */
export function pinSlot(name: string): BlockArg {
  return { type: 'input_value', name, empty: '0', pins: true };
}

/** A slot for an argument that may be left out. */
export function option(name: string): BlockArg {
  return { ...slot(name, ''), optional: true };
}

/** A slot for the object that is worked with. `kinds`: its classes, with their module; none means any. */
export function object(name: string, empty: string, ...kinds: readonly string[]): BlockArg {
  return { type: 'input_value', name, empty, kinds };
}

/**
 * The same for methods whose names say little, such as `read` and `close`: an object of unknown class counts only where it is
 * called by one of `names`, of which the first fills the empty slot.
 */
export function known(
  name: string,
  kinds: readonly string[],
  ...names: readonly [string, ...string[]]
): BlockArg {
  return { type: 'input_value', name, empty: names[0], kinds, names };
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

/** The values that a menu can store; undefined for what is no menu. */
export function choices(arg: BlockArg): readonly string[] | undefined {
  const options = arg['options'];
  return Array.isArray(options)
    ? options.map((option: unknown) => String((option as unknown[])[1]))
    : undefined;
}

function spec(
  type: string,
  role: BlockSpec['role'],
  look: StatementLook | ValueLook,
  connections: Readonly<Record<string, unknown>>,
): BlockSpec {
  const args = look.args ?? [];
  const forms = look.python === undefined ? [] : compileForms(type, look.python, args);
  const body = look.body ? { message1: '%1', args1: [{ type: 'input_statement', name: look.body }] } : {};
  const keepsShape = look.shape !== undefined || forms.some(keepsExtra);
  const mutator = look.mutator ?? (keepsShape ? SHAPE_MUTATOR : undefined);
  const write = look.write ?? ((block: Block, python: Printer) => writeForm(forms, block, python, role));
  return {
    type,
    role,
    args,
    layout: look.layout ?? 'plain',
    shape: look.shape,
    forms,
    reads: look.reads ?? [],
    write,
    json: {
      type,
      message0: msg(look.message),
      args0: args,
      ...body,
      ...connections,
      ...(look.style ? { style: look.style } : {}),
      ...(mutator ? { mutator } : {}),
      inputsInline: true,
      tooltip: msg(look.tooltip),
    },
  };
}
