/** For tests: random expressions of MicroPython, in every kind and in odd layouts. The same seed gives the same text. */

import type { Random } from '#common/random/random.ts';
import { BINARY_ORDER, operandOrders, ORDER, sameOrTighter } from './order.ts';

/** Never given a value, so that its class stays unknown whatever is edited. */
const LED = 'led';
export const NAMES = ['x', 'y', 'größe', 'i', '_', 'data', 'self', 'f', 'температура', 'match'];
const NUMBERS = ['0', '7', '1_000', '0x1F', '0b101', '0o17', '2.50', '1e-3', '.5', '10.'];
const TEXTS = [
  `'a'`,
  `"it's"`,
  `''`,
  `r'\\d'`,
  `b"\\x00"`,
  `'\\u00e9 # no comment'`,
  `'ü ☃'`,
  `'''one\n  two'''`,
  `"a" 'b'`,
  `f'{x}'`,
  `f"{x:>{i}} {data[0]!r} {{}}"`,
  `f'sum {x + 1} of {y}'`,
];
const DOMAIN = [
  'Pin(2, Pin.OUT)',
  'Pin("LED", mode=Pin.OUT)',
  'machine.ADC(machine.Pin(26))',
  'time.ticks_diff(time.ticks_ms(), x)',
  'led.value()',
  'random.randint(1, 6)',
  'round(x, 2)',
  'str(x)',
];
const COMPARISONS = ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not'];

/** How tightly the outermost operator of a text binds, and the text. */
type Made = readonly [text: string, order: number];

export class RandomPython {
  readonly random: Random;
  readonly newline: string;
  #brackets = 0;

  constructor(random: Random, newline: string) {
    this.random = random;
    this.newline = newline;
  }

  below(limit: number): number {
    return this.random.integer(0, limit - 1);
  }

  pick<Item>(list: readonly Item[]): Item {
    return list[this.below(list.length)] as Item;
  }

  chance(one: number): boolean {
    return this.below(one) === 0;
  }

  name(): string {
    return this.pick(NAMES);
  }

  object(): string {
    return this.chance(6) ? LED : this.name();
  }

  comment(): string {
    return this.pick(['# note', '#tight', '#', '#  wide ', '# "quoted', '# größer: (']);
  }

  /** White space between two tokens that need some. */
  space(): string {
    if (this.#brackets > 0 && this.chance(40)) return `  ${this.comment()}${this.newline}    `;
    if (this.#brackets > 0 && this.chance(20)) return `${this.newline}      `;
    if (this.chance(60)) return ` \\${this.newline}    `;
    return this.chance(25) ? '  ' : ' ';
  }

  /** White space between two tokens that need none. */
  gap(usual = ' '): string {
    return this.chance(12) ? '' : usual === '' && !this.chance(30) ? '' : this.space();
  }

  expression(depth = 3, order: number = ORDER.ITEM): string {
    const [text, own] = this.#made(depth);
    return own >= order || this.chance(25) ? this.#within('(', ')', () => text) : text;
  }

  target(): string {
    return this.pick<() => string>([
      () => this.name(),
      () => this.name(),
      () => `${this.name()}.${this.name()}`,
      () => `${this.name()}[${this.inBrackets(() => this.expression(1))}]`,
    ])();
  }

  list(least: number, most: number, item: () => string): string {
    return Array.from({ length: this.random.integer(least, most) }, item).join(`,${this.gap()}`);
  }

  inBrackets(make: () => string): string {
    this.#brackets += 1;
    const text = `${this.gap('')}${make()}${this.gap('')}`;
    this.#brackets -= 1;
    return text;
  }

  args(depth: number): string {
    const value = (): string => this.expression(depth);
    const plain = this.list(0, 2, () =>
      this.chance(9) ? `*${this.expression(depth, ORDER.CONDITIONAL)}` : value(),
    );
    const named = this.chance(4) ? [`freq=${value()}`] : [];
    const rest = this.chance(12) ? [`**${this.expression(depth, ORDER.CONDITIONAL)}`] : [];
    const all = [plain, ...named, ...rest].filter((text) => text !== '').join(', ');
    return all !== '' && this.chance(12) ? `${all},` : all;
  }

  #within(open: string, close: string, make: () => string): string {
    return open + this.inBrackets(make) + close;
  }

  #made(depth: number): Made {
    if (depth <= 0 || this.chance(4)) return this.#atom();
    const inside = depth - 1;
    return this.pick<() => Made>([
      () => this.#binary(inside),
      () => this.#binary(inside),
      () => this.#logic(inside),
      () => this.#compare(inside),
      () => this.#unary(inside),
      () => this.#member(inside),
      () => this.#member(inside),
      () => this.#collection(inside),
      () => this.#comprehension(inside),
      () => this.#rest(inside),
    ])();
  }

  #atom(): Made {
    return this.pick<() => Made>([
      () => [this.object(), ORDER.ATOMIC],
      () => [this.pick(NUMBERS), ORDER.ATOMIC],
      () => [this.pick(TEXTS).replaceAll('\n', this.newline), ORDER.ATOMIC],
      () => [this.pick(['True', 'False', 'None', '...']), ORDER.ATOMIC],
      () => [this.pick(DOMAIN), ORDER.MEMBER],
      () => [`-${this.pick(NUMBERS)}`, ORDER.UNARY],
    ])();
  }

  #binary(depth: number): Made {
    const operator = this.pick(Object.keys(BINARY_ORDER)) as keyof typeof BINARY_ORDER;
    const [left, right] = operandOrders(operator);
    const text = `${this.expression(depth, left)}${this.space()}${operator}${this.gap()}${this.expression(depth, right)}`;
    return [text, BINARY_ORDER[operator]];
  }

  #logic(depth: number): Made {
    const operator = this.pick(['and', 'or'] as const);
    const order = operator === 'and' ? ORDER.AND : ORDER.OR;
    const left = this.expression(depth, sameOrTighter(order));
    return [`${left}${this.space()}${operator}${this.space()}${this.expression(depth, order)}`, order];
  }

  #compare(depth: number): Made {
    const operand = (): string => this.expression(depth, ORDER.COMPARISON);
    let text = operand();
    for (let n = this.chance(5) ? 2 : 1; n > 0; n--)
      text += `${this.space()}${this.pick(COMPARISONS)}${this.space()}${operand()}`;
    return [text, ORDER.COMPARISON];
  }

  #unary(depth: number): Made {
    if (this.chance(2))
      return [`not${this.space()}${this.expression(depth, sameOrTighter(ORDER.NOT))}`, ORDER.NOT];
    return [this.pick(['-', '+', '~']) + this.expression(depth, sameOrTighter(ORDER.UNARY)), ORDER.UNARY];
  }

  #member(depth: number): Made {
    const object = this.chance(3) ? `(${this.expression(depth, ORDER.NONE)})` : this.object();
    const text = this.pick<() => string>([
      () => `${object}.${this.name()}`,
      () => `${object}(${this.inBrackets(() => this.args(depth))})`,
      () => `${object}.${this.name()}(${this.inBrackets(() => this.args(depth))})`,
      () => `${object}[${this.inBrackets(() => this.#index(depth))}]`,
      () => `${object}(${this.expression(depth)} for i in ${this.expression(depth, ORDER.CONDITIONAL)})`,
    ])();
    return [text, ORDER.MEMBER];
  }

  #index(depth: number): string {
    const bound = (): string => (this.chance(3) ? '' : this.expression(depth));
    if (this.chance(2)) return this.expression(depth);
    return this.chance(3) ? `${bound()}:${bound()}:${bound()}` : `${bound()}:${bound()}`;
  }

  #collection(depth: number): Made {
    const item = (): string => this.expression(depth);
    const text = this.pick<() => string>([
      () => this.#within('[', ']', () => this.list(0, 3, item)),
      () => this.#within('{', '}', () => this.list(1, 3, item)),
      () => this.#within('{', '}', () => this.list(0, 2, () => `${item()}:${this.gap()}${item()}`)),
      () => this.#within('(', ')', () => `${item()},${this.list(0, 2, item)}`),
      () => '()',
    ])();
    return [text, ORDER.ATOMIC];
  }

  #comprehension(depth: number): Made {
    const [open, close] = this.pick(['[]', '{}', '()']) as unknown as readonly [string, string];
    return [
      this.#within(open, close, () => {
        const source = this.expression(depth, ORDER.CONDITIONAL);
        const condition = this.chance(2)
          ? `${this.space()}if ${this.expression(depth, ORDER.CONDITIONAL)}`
          : '';
        return `${this.expression(depth)}${this.space()}for i, x in ${source}${condition}`;
      }),
      ORDER.ATOMIC,
    ];
  }

  #rest(depth: number): Made {
    return this.pick<() => Made>([
      () => [
        `${this.expression(depth, ORDER.CONDITIONAL)}${this.space()}if ${this.expression(depth, ORDER.CONDITIONAL)} else ${this.expression(depth)}`,
        ORDER.CONDITIONAL,
      ],
      () => [`lambda${this.pick(['', ' a', ' a, b=1', ' *a'])}: ${this.expression(depth)}`, ORDER.LAMBDA],
      () => [`${this.name()} := ${this.expression(depth)}`, ORDER.WALRUS],
    ])();
  }
}
