/** Recognizes the Python of a block's form in a program. */

import { type BlockArg, choices } from '../block-spec.ts';
import type { Argument, Expression, StringNode } from '../python/nodes.ts';
import { chooseForm, type Form, optionOf, placeholder, templatePath } from './forms.ts';
import { MODULE } from './kinds.ts';
import type { FieldPart, Parts, ReadingContext } from './rule.ts';

/** What stands at the form's places, or undefined where the expression is another one, or would be written in another form. */
export function matchForm(
  form: Form,
  forms: readonly Form[],
  node: Expression,
  context: ReadingContext,
): Parts | undefined {
  const matcher = new Matcher(form, context);
  if (!matcher.match(form.template, node)) return undefined;
  const fields = Object.fromEntries(Object.entries(matcher.fields).map(([name, { value }]) => [name, value]));
  if (chooseForm(forms, { ...form.fields, ...fields }, form.index) !== form) return undefined;
  const fixed = Object.entries(form.fields).map(([name, value]) => [name, { value }] as const);
  return {
    fields: { ...Object.fromEntries(fixed), ...matcher.fields },
    slots: matcher.slots,
    ...(form.index > 0 || matcher.order
      ? {
          extra: {
            ...(form.index > 0 ? { form: form.index } : {}),
            ...(matcher.order ? { order: matcher.order } : {}),
          },
        }
      : {}),
  };
}

class Matcher {
  readonly fields: Record<string, FieldPart> = {};
  readonly slots: Record<string, Expression> = {};
  /** Names of arguments, where they come in another order than in the form. */
  order: readonly string[] | undefined;
  readonly #form: Form;
  readonly #context: ReadingContext;

  constructor(form: Form, context: ReadingContext) {
    this.#form = form;
    this.#context = context;
  }

  match(template: Expression, node: Expression): boolean {
    const name = placeholder(template);
    if (name !== undefined) return this.#bind(name, node);
    const path = templatePath(template);
    if (path !== undefined) return this.#context.path(node) === path;
    return this.#matchKind(template, node);
  }

  #matchKind(template: Expression, node: Expression): boolean {
    switch (template.kind) {
      case 'Call':
        return (
          node.kind === 'Call' &&
          this.match(template.function, node.function) &&
          this.#arguments(template.arguments, node.arguments)
        );
      case 'Attribute':
        return (
          node.kind === 'Attribute' &&
          this.#attribute(template.name, node) &&
          this.match(template.object, node.object)
        );
      case 'Subscript':
        return (
          node.kind === 'Subscript' &&
          this.match(template.object, node.object) &&
          this.match(template.index, node.index)
        );
      case 'Binary':
        return (
          node.kind === 'Binary' &&
          template.operator === node.operator &&
          this.match(template.left, node.left) &&
          this.match(template.right, node.right)
        );
      case 'Unary':
        return (
          node.kind === 'Unary' &&
          template.operator === node.operator &&
          this.match(template.operand, node.operand)
        );
      case 'Await':
        return node.kind === 'Await' && this.match(template.value, node.value);
      case 'Tuple':
      case 'List':
        return (
          node.kind === template.kind &&
          template.items.length === node.items.length &&
          (node.kind === 'List' || node.parenthesized) &&
          template.items.every((item, index) => this.#item(item, node.items[index]))
        );
      case 'Lambda':
        return (
          node.kind === 'Lambda' &&
          this.#names(template) === this.#names(node) &&
          this.match(template.body, node.body)
        );
      case 'Number':
        return node.kind === 'Number' && node.source === template.source;
      case 'Constant':
        return node.kind === 'Constant' && node.value === template.value;
      case 'String':
        return node.kind === 'String' && this.#sameText(template, node);
      default:
        return false;
    }
  }

  #bind(name: string, node: Expression): boolean {
    const arg = this.#form.args.get(name);
    if (!arg) return false;
    if (arg.type !== 'input_value') {
      const value = this.#context.source(node);
      if (!fits(arg, value)) return false;
      this.fields[name] = { value, at: node };
      return node.outer === undefined;
    }
    if (!takes(arg, node, this.#context, this.#form.certain)) return false;
    this.slots[name] = node;
    return true;
  }

  #attribute(wanted: string, node: Extract<Expression, { kind: 'Attribute' }>): boolean {
    if (!wanted.startsWith('$')) return wanted === node.name;
    const arg = this.#form.args.get(wanted.slice(1));
    if (!arg || !fits(arg, node.name)) return false;
    this.fields[wanted.slice(1)] = { value: node.name, at: node.nameSpan };
    return true;
  }

  /** Plain arguments by place, the others by name. What lacks must be optional; nothing may be left over. */
  #arguments(wanted: readonly Argument[], found: readonly Argument[]): boolean {
    const plain = found.filter(({ name }) => !name);
    const there = wanted.filter((one, index) => {
      const partner = one.name ? found.find(({ name }) => name?.name === one.name?.name) : plain[index];
      return partner && this.#argument(one, partner);
    });
    const lacking = wanted.filter((one) => !there.includes(one));
    if (there.length < found.length || !lacking.every((one) => this.#mayLack(one))) return false;
    const names = namesOf(found);
    if (names.join() !== namesOf(there).join()) this.order = names;
    return true;
  }

  #mayLack({ value }: Argument): boolean {
    const option = optionOf(value, this.#form.args);
    return option !== undefined && !this.slots[option.name];
  }

  #argument(wanted: Argument, found: Argument): boolean {
    return wanted.star === found.star && this.match(wanted.value, found.value);
  }

  #item(wanted: Expression, found: Expression | undefined): boolean {
    return found !== undefined && this.match(wanted, found);
  }

  #names({ parameters }: Extract<Expression, { kind: 'Lambda' }>): string {
    return parameters.list
      .map(({ star, name, default: value }) => `${star}${name}${value ? '=' : ''}`)
      .join();
  }

  #sameText(template: StringNode, node: StringNode): boolean {
    const [token, ...more] = node.tokens;
    const wanted = template.tokens[0].body;
    return (
      more.length === 0 &&
      token.prefix === '' &&
      this.#context.source(token.body) === this.#form.source.slice(wanted.from, wanted.to)
    );
  }
}

function namesOf(args: readonly Argument[]): string[] {
  return args.flatMap(({ name }) => (name ? [name.name] : []));
}

/** Whether a slot takes this object: by its class, or where that is not known by what it is called. */
export function takes(
  { kinds, names }: BlockArg,
  node: Expression,
  context: ReadingContext,
  certain = false,
): boolean {
  if (!kinds) return true;
  const kind = context.kind(node);
  if (kind !== undefined) return kinds.includes(kind) || (kinds.length === 0 && kind !== MODULE);
  return certain || names === undefined || names.includes(plainName(node));
}

/** `self._uart1` is called uart. */
function plainName(node: Expression): string {
  const name = node.kind === 'Name' || node.kind === 'Attribute' ? node.name : '';
  return name.toLowerCase().replace(/^_+|[_\d]+$/g, '');
}

/** Whether a field can hold this source. */
function fits(arg: BlockArg, source: string): boolean {
  const options = choices(arg);
  if (options) return options.includes(source);
  if (arg.type === 'field_number')
    return /^\d+$/.test(source) && Number(source) <= Number(arg['max'] ?? Infinity);
  return arg.type !== 'pinlab_pin' || /^(\d+|'[^']*'|"[^"]*")$/.test(source);
}
