/** For tests: random MicroPython programs with every kind of statement, and comments and blank lines wherever they may stand. */

import { createRandom } from '#common/random/random.ts';
import { ORDER } from './order.ts';
import { NAMES, RandomPython } from './random-python.ts';

interface Place {
  readonly indent: string;
  readonly depth: number;
  readonly inFunction: boolean;
  readonly inLoop: boolean;
}

const IMPORTS = [
  'import machine',
  'import time, math as m',
  'from machine import Pin',
  'from machine import (Pin,\n    ADC,  # analog\n)',
  'from machine import *',
  'from time import sleep as wait, sleep_ms',
  'import uasyncio as asyncio',
];

export function randomProgram(seed: number, statements = 12): string {
  const random = createRandom(seed, 'program');
  const newline = ['\n', '\n', '\n', '\r\n', '\r'][random.integer(0, 4)] ?? '\n';
  return new RandomProgram(random, newline).program(statements);
}

class RandomProgram extends RandomPython {
  program(statements: number): string {
    const place = { indent: '', depth: 0, inFunction: false, inLoop: false };
    const head = this.chance(3) ? `"""About\n  this."""\n`.replaceAll('\n', this.newline) : '';
    const imports = Array.from({ length: this.below(4) }, () =>
      this.#line(place, this.pick(IMPORTS).replaceAll('\n', this.newline)),
    );
    // Names that are the program's own stay so, whatever is edited: what is done with them stays the same block.
    const own = `def own(${NAMES.join(', ')}):${this.newline}    pass${this.newline}`;
    const text = head + imports.join('') + own + this.#rows(place, 1, statements);
    return this.chance(4) ? text.replace(/[\r\n]+$/, '') : text;
  }

  #rows(place: Place, least: number, most: number): string {
    return Array.from({ length: this.random.integer(least, most) }, () => this.#statement(place)).join('');
  }

  #statement(place: Place): string {
    const blank = this.chance(8) ? (this.chance(4) ? `  ${this.newline}` : this.newline) : '';
    const above = this.chance(8) ? this.#comment(place) : '';
    if (place.depth < 4 && this.chance(3)) return blank + above + this.#compound(place);
    const several = this.chance(9) ? `;${this.gap()}${this.#simple(place)}` : '';
    return blank + above + this.#line(place, this.#simple(place) + several + (this.chance(30) ? ';' : ''));
  }

  #line({ indent }: Place, text: string): string {
    const comment = this.chance(6) ? this.pick(['  ', ' ', '']) + this.comment() : this.chance(20) ? ' ' : '';
    return indent + text + comment + this.newline;
  }

  #comment({ indent }: Place): string {
    const column = this.chance(6) ? `${indent}  ` : indent;
    return `${column}${this.comment()}${this.newline}`;
  }

  #simple({ inFunction, inLoop }: Place): string {
    const value = (): string => this.expression(3, ORDER.TUPLE);
    const kinds: (() => string)[] = [
      () => `${this.name()}${this.gap()}=${this.gap()}${value()}`,
      () => `${this.target()} = ${this.target()} = ${value()}`,
      () => `${this.name()}, *${this.name()} = ${value()}, ${this.expression(1)}`,
      () =>
        `${this.target()}${this.gap()}${this.pick(['+=', '-=', '//=', '|=', '**='])}${this.gap()}${value()}`,
      () => `${this.name()}: int${this.chance(2) ? ` = ${this.expression(2)}` : ''}`,
      () => `print(${this.inBrackets(() => this.args(2))})`,
      () => `led.${this.pick(['on', 'off', 'toggle'])}()`,
      () => `time.sleep(${this.expression(1)})`,
      () => `${this.name()}(${this.inBrackets(() => this.args(2))})`,
      () => `self.${this.name()}.${this.name()}(${this.inBrackets(() => this.args(1))})`,
      () => value(),
      () => `del ${this.name()}`,
      () => `assert ${this.expression(2)}${this.chance(2) ? `, ${this.expression(1)}` : ''}`,
      () => `raise ${this.name()}(${this.expression(1)})${this.chance(3) ? ` from ${this.name()}` : ''}`,
      () => 'pass',
      () => this.pick(IMPORTS.filter((text) => !text.endsWith('*'))).replaceAll('\n', this.newline),
    ];
    if (inFunction) {
      kinds.push(
        () => `return${this.chance(3) ? '' : ` ${this.expression(2, ORDER.NONE)}`}`,
        () => `global ${this.list(1, 2, () => this.name())}`,
        () => `x = yield ${this.expression(1)}`,
        () => `yield from ${this.expression(1)}`,
      );
    }
    if (inLoop)
      kinds.push(
        () => 'break',
        () => 'continue',
      );
    return this.pick(kinds)();
  }

  #compound(place: Place): string {
    const { indent } = place;
    const loop = { ...place, inLoop: true };
    const test = (): string => this.expression(2);
    const otherwise = (): string =>
      this.chance(3) ? `${indent}else${this.gap('')}:${this.#suite(place)}` : '';
    return this.pick<() => string>([
      () => {
        const elif = this.chance(3) ? `${indent}elif ${test()}:${this.#suite(place)}` : '';
        return `${indent}if ${test()}${this.gap('')}:${this.#suite(place)}${elif}${otherwise()}`;
      },
      () => `${indent}while ${this.chance(2) ? 'True' : test()}:${this.#suite(loop)}`,
      () => `${indent}while ${test()}:${this.#suite(loop)}${otherwise()}`,
      () => `${indent}for i in range(${this.list(1, 3, test)}):${this.#suite(loop)}`,
      () => `${indent}for ${this.pick(['i, x', 'x', '_'])} in ${test()}:${this.#suite(loop)}${otherwise()}`,
      () => this.#try(place),
      () => `${indent}with open(${test()})${this.chance(2) ? ' as data' : ''}:${this.#suite(place)}`,
      () => this.#def(place),
      () =>
        `${indent}class ${this.pick(['A', 'B(A)', 'C()', 'D(A, B)'])}:${this.#suite(this.#inside(place, false))}`,
    ])();
  }

  #try(place: Place): string {
    const { indent } = place;
    const handler = this.pick(['except:', 'except OSError:', 'except (OSError, ValueError) as e:']);
    const last = this.chance(3) ? `${indent}finally:${this.#suite(place)}` : '';
    return `${indent}try:${this.#suite(place)}${indent}${handler}${this.#suite(place)}${last}`;
  }

  #def(place: Place): string {
    const { indent } = place;
    const decorator = this.chance(4)
      ? this.#line(place, `@${this.pick(['property', 'timed(1)', 'a.b'])}`)
      : '';
    const params = this.pick(['', 'self', 'a, b=2', 'a: int, *b, c=None, **d', 'a,\n    b']).replaceAll(
      '\n',
      this.newline,
    );
    const head = `${this.chance(5) ? 'async ' : ''}def ${this.name()}(${params})${this.chance(5) ? ' -> int' : ''}:`;
    const doc = this.chance(5);
    return decorator + indent + head + this.#suite(this.#inside(place, true), doc);
  }

  #inside(place: Place, inFunction: boolean): Place {
    return { ...place, inFunction, inLoop: false };
  }

  /** What follows a colon. */
  #suite(place: Place, docstring = false): string {
    if (this.chance(7)) return this.#line({ ...place, indent: ' ' }, this.#simple(place));
    const indent = place.indent + this.pick(['    ', '    ', '  ', '\t', ' ']);
    const inside = { ...place, indent, depth: place.depth + 1 };
    const comment = this.chance(6) ? `  ${this.comment()}` : '';
    const doc = docstring ? this.#line(inside, `"""Says${this.newline}  something."""`) : '';
    return (
      comment + this.newline + (this.chance(10) ? this.#comment(inside) : '') + doc + this.#rows(inside, 1, 3)
    );
  }
}
