/** Recognizes the Python of a block's form in a program. */

import { type BlockArg, choices } from '../block-spec.ts';
import type { Argument, Expression, StringNode } from '../python/nodes.ts';
import { chooseForm, type Form, placeholder, templatePath } from './forms.ts';
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
    ...(form.index > 0 ? { extra: { form: form.index } } : {}),
  };
}

class Matcher {
  readonly fields: Record<string, FieldPart> = {};
  readonly slots: Record<string, Expression> = {};
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
          template.arguments.length === node.arguments.length &&
          this.match(template.function, node.function) &&
          template.arguments.every((wanted, index) => this.#argument(wanted, node.arguments[index]))
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
    const kind = arg.kinds && arg.kinds.length > 0 ? this.#context.kind(node) : undefined;
    if (kind !== undefined && !arg.kinds?.includes(kind)) return false;
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

  #argument(wanted: Argument, found: Argument | undefined): boolean {
    return (
      found !== undefined &&
      wanted.star === found.star &&
      wanted.name?.name === found.name?.name &&
      this.match(wanted.value, found.value)
    );
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

/** Whether a field can hold this source. */
function fits(arg: BlockArg, source: string): boolean {
  const options = choices(arg);
  if (options) return options.includes(source);
  if (arg.type === 'field_number')
    return /^\d+$/.test(source) && Number(source) <= Number(arg['max'] ?? Infinity);
  return arg.type !== 'pinlab_pin' || /^(\d+|'[^']*'|"[^"]*")$/.test(source);
}
