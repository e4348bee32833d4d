/**
 * The Python of a block as a form with places: `machine.PWM(machine.Pin($PIN), freq=$FREQ)`. One form reads and writes.
 *
 * `$NAME` is a slot or a field of the block. A dotted path is a thing of a module and is imported as the program does it.
 * A list holds several forms: with `fields`, a form stands for these values of the block's fields; forms with the same fields
 * are other ways to write the same, and the block keeps which one it was (`extra.form`). The first is written by new blocks.
 * An argument whose slot is optional is left out while the slot is empty. Arguments with a name may stand in any order; the block
 * keeps an order other than the form's (`extra.order`).
 */

import type { BlockArg, Written } from '../block-spec.ts';
import { parseExpression } from '../python/parse-expression.ts';
import type { Argument, CallNode, Expression } from '../python/nodes.ts';
import type { Block } from './block.ts';
import { operandOrders, ORDER, orderOf, sameOrTighter } from './order.ts';
import type { Printer } from './printer.ts';

export interface FormSource {
  readonly python: string;
  /** Field values that this form stands for. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The method's name tells enough: an object of unknown class is taken whatever it is called. */
  readonly certain?: true;
}

export type PythonForms = string | readonly (string | FormSource)[];

export interface Form {
  readonly source: string;
  readonly template: Expression;
  readonly fields: Readonly<Record<string, string>>;
  readonly args: ReadonlyMap<string, BlockArg>;
  /** Position among the forms with the same fields. */
  readonly index: number;
  readonly certain: boolean;
}

/** One form for each value of a menu. */
export function by(field: string, forms: Readonly<Record<string, string | readonly string[]>>): FormSource[] {
  return Object.entries(forms).flatMap(([value, sources]) =>
    [sources].flat().map((python) => ({ python, fields: { [field]: value } })),
  );
}

/** @throws Error where a form is no Python: a mistake of the block's author. */
export function compileForms(type: string, python: PythonForms, args: readonly BlockArg[]): readonly Form[] {
  const sources = (typeof python === 'string' ? [python] : python).map((source) =>
    typeof source === 'string' ? { python: source } : source,
  );
  const table = new Map(args.map((arg) => [arg.name, arg]));
  const counts = new Map<string, number>();
  return sources.map(({ python: text, fields = {}, certain = false }) => {
    const template = parseExpression(text, { placeholders: true });
    if (!template) throw new Error(`Block ${type}: "${text}" is no Python expression.`);
    const key = JSON.stringify(fields);
    const index = counts.get(key) ?? 0;
    counts.set(key, index + 1);
    return { source: text, template, fields, args: table, index, certain };
  });
}

/** Whether blocks must remember more than their fields and slots to be written as they were. */
export function keepsExtra({ index, template }: Form): boolean {
  return index > 0 || namedArguments(template) > 1;
}

function namedArguments(node: Expression): number {
  if (node.kind === 'Await') return namedArguments(node.value);
  return node.kind === 'Call' ? node.arguments.filter(({ name }) => name).length : 0;
}

/** The optional slot that decides whether an argument is there: `$FREQ` of `freq=$FREQ` and of `freq=int($FREQ)`. */
export function optionOf(node: Expression, args: Form['args']): BlockArg | undefined {
  if (node.kind === 'Call') return node.arguments.map(({ value }) => optionOf(value, args)).find(Boolean);
  const arg = args.get(placeholder(node) ?? '');
  return arg?.optional ? arg : undefined;
}

/** Name of the placeholder that an expression is, without `$`. */
export function placeholder(node: Expression): string | undefined {
  return node.kind === 'Name' && node.name.startsWith('$') ? node.name.slice(1) : undefined;
}

/** The dotted path of a template without a placeholder at its root. */
export function templatePath(node: Expression): string | undefined {
  if (node.kind === 'Name') return node.name.startsWith('$') ? undefined : node.name;
  if (node.kind !== 'Attribute') return undefined;
  const object = templatePath(node.object);
  return object === undefined ? undefined : `${object}.${node.name}`;
}

/** The form that a block with these fields is written in. */
export function chooseForm(
  forms: readonly Form[],
  values: Readonly<Record<string, string>>,
  wanted: number,
): Form | undefined {
  const fitting = forms.filter(({ fields }) =>
    Object.entries(fields).every(([name, value]) => values[name] === value),
  );
  return fitting.find(({ index }) => index === wanted) ?? fitting[0];
}

export function writeForm(
  forms: readonly Form[],
  block: Block,
  python: Printer,
  role: 'hat' | 'statement' | 'value',
): string | Written {
  const form = chooseForm(forms, block.fields, Number(block.extra?.['form'] ?? 0));
  if (!form) return role === 'value' ? ['None', ORDER.ATOMIC] : '';
  const code = new FormWriter(form, block, python).write(form.template, ORDER.NONE);
  return role === 'value' ? [code, orderOf(form.template)] : code;
}

class FormWriter {
  readonly #form: Form;
  readonly #block: Block;
  readonly #python: Printer;

  constructor(form: Form, block: Block, python: Printer) {
    this.#form = form;
    this.#block = block;
    this.#python = python;
  }

  write(node: Expression, order: number): string {
    const name = placeholder(node);
    if (name !== undefined) return this.#place(name, order);
    const path = templatePath(node);
    if (path !== undefined) return this.#python.path(path);
    const code = this.#compound(node);
    return orderOf(node) >= order ? `(${code})` : code;
  }

  #place(name: string, order: number): string {
    const arg = this.#form.args.get(name);
    if (arg?.type !== 'input_value') return this.#block.fields[name] ?? '';
    return order <= sameOrTighter(ORDER.MEMBER)
      ? this.#python.receiver(this.#block, name, arg.empty)
      : this.#python.value(this.#block, name, order, arg.empty);
  }

  #compound(node: Expression): string {
    switch (node.kind) {
      case 'Call':
        return `${this.#object(node.function)}(${this.#arguments(node)})`;
      case 'Attribute': {
        const field = node.name.startsWith('$') ? this.#block.fields[node.name.slice(1)] : node.name;
        return `${this.#object(node.object)}.${field ?? ''}`;
      }
      case 'Subscript':
        return `${this.#object(node.object)}[${this.write(node.index, ORDER.NONE)}]`;
      case 'Binary': {
        const [left, right] = operandOrders(node.operator);
        return `${this.write(node.left, left)} ${node.operator} ${this.write(node.right, right)}`;
      }
      case 'Unary': {
        const space = node.operator === 'not' ? ' ' : '';
        return `${node.operator}${space}${this.write(node.operand, sameOrTighter(orderOf(node)))}`;
      }
      case 'Await':
        return `await ${this.write(node.value, sameOrTighter(ORDER.AWAIT))}`;
      case 'Tuple':
      case 'List': {
        const items = node.items.map((item) => this.write(item, ORDER.ITEM)).join(', ');
        return node.kind === 'List' ? `[${items}]` : `(${items}${node.items.length === 1 ? ',' : ''})`;
      }
      case 'Lambda':
        return `lambda ${node.parameters.list.map(({ name }) => name).join(', ')}: ${this.write(node.body, ORDER.ITEM)}`;
      case 'Number':
        return node.source;
      case 'Constant':
        return node.value;
      case 'String':
        return this.#python.quote(this.#form.source.slice(node.tokens[0].body.from, node.tokens[0].body.to));
      default:
        throw new Error(`A form of block ${this.#block.type} holds ${node.kind}, which forms cannot write.`);
    }
  }

  #object(node: Expression): string {
    return this.write(node, sameOrTighter(ORDER.MEMBER));
  }

  #arguments({ arguments: list }: CallNode): string {
    const there = list.filter(({ value }) => {
      const option = optionOf(value, this.#form.args);
      return !option || this.#block.slots[option.name];
    });
    return inOrder(there, this.#block.extra?.['order'])
      .map((arg) => this.#argument(arg))
      .join(', ');
  }

  #argument({ star, name, value }: Argument): string {
    return `${star}${name ? `${name.name}=` : ''}${this.write(value, ORDER.ITEM)}`;
  }
}

/** Plain arguments first, then those with a name: in the order of `names` where it has them, else as they come. */
function inOrder(list: readonly Argument[], names: unknown): readonly Argument[] {
  if (!Array.isArray(names)) return list;
  const rank = ({ name }: Argument): number => {
    const found = name ? names.indexOf(name.name) : -1;
    return name && found < 0 ? names.length : found;
  };
  return [...list].sort((a, b) => rank(a) - rank(b));
}

/** Under which key a form is looked up, and an expression looks for forms. */
export function formKeys(form: Form): readonly string[] {
  const { template } = form;
  if (template.kind === 'Call') return callKeys(template, form);
  if (template.kind === 'Await') return ['await'];
  if (template.kind === 'Binary') return [`binary ${template.operator}`];
  const path = templatePath(template);
  if (path !== undefined) return [`path ${path}`];
  return [template.kind];
}

function callKeys({ function: called }: CallNode, { args }: Form): readonly string[] {
  const path = templatePath(called);
  if (path !== undefined) return [`call ${path}`];
  if (called.kind !== 'Attribute') return ['call'];
  if (!called.name.startsWith('$')) return [`method ${called.name}`];
  const options = args.get(called.name.slice(1))?.['options'];
  return Array.isArray(options)
    ? options.map((option: unknown) => `method ${String((option as unknown[])[1])}`)
    : [];
}
