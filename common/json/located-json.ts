/**
 * Reads JSON and remembers where every value stood, so that a finding about the data can name line and column.
 * Strict JSON (RFC 8259); besides, a name written twice in one object is an error. Knows nothing about the data.
 */

import { parseString } from './json-string.ts';
import { JsonSyntaxError } from './json-syntax-error.ts';

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

export type LocatedJson =
  | {
      readonly value: unknown;
      /** Where the value at `path` (such as `parts[2].attrs.color`) begins; the nearest enclosing value where it is absent. */
      locate(path: string): Position;
    }
  | { readonly error: Position & { readonly message: string } };

/** Deeper nesting than this is refused rather than overflowing the stack. */
const MAX_DEPTH = 200;

export function parseLocatedJson(text: string): LocatedJson {
  const offsets = new Map<string, number>();
  const position = (offset: number): Position => positionOf(text, offset);
  try {
    const value = new Parser(text, offsets).parse();
    return { value, locate: (path) => position(nearestOffset(offsets, path)) };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return { error: { message: error.message, ...position(error.offset) } };
  }
}

/** Appends a property name or an array index to a path. */
export function joinPath(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
}

function nearestOffset(offsets: ReadonlyMap<string, number>, path: string): number {
  for (let rest = path; ;) {
    const offset = offsets.get(rest);
    if (offset !== undefined || rest === '') return offset ?? 0;
    rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.'), rest.lastIndexOf('[')));
  }
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

class Parser {
  readonly #text: string;
  readonly #offsets: Map<string, number>;
  #at = 0;

  constructor(text: string, offsets: Map<string, number>) {
    this.#text = text;
    this.#offsets = offsets;
  }

  parse(): unknown {
    if (this.#text.startsWith('\ufeff')) this.#at = 1;
    this.#skipSpace();
    if (this.#at === this.#text.length) throw this.#error('The file is empty.');
    const value = this.#value('', 0);
    this.#skipSpace();
    if (this.#at < this.#text.length)
      throw this.#error(`The file should end here, but ${this.#found()} follows.`);
    return value;
  }

  #value(path: string, depth: number): unknown {
    if (depth > MAX_DEPTH) throw this.#error(`Values are nested more than ${MAX_DEPTH} deep.`);
    this.#offsets.set(path, this.#at);
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(path, depth);
      case '[':
        return this.#array(path, depth);
      case '"':
        return this.#string();
      default:
        return this.#literal();
    }
  }

  #object(path: string, depth: number): unknown {
    const entries = new Map<string, unknown>();
    this.#list('}', () => {
      const start = this.#at;
      if (this.#text[this.#at] !== '"')
        throw this.#error(`A name in double quotes should stand here, not ${this.#found()}.`);
      const name = this.#string();
      if (entries.has(name)) throw new JsonSyntaxError(`"${name}" is written twice here.`, start);
      this.#skipSpace();
      if (this.#text[this.#at] !== ':') throw this.#error(`A colon is missing after "${name}".`);
      this.#at++;
      this.#skipSpace();
      entries.set(name, this.#value(joinPath(path, name), depth + 1));
    });
    return Object.fromEntries(entries);
  }

  #array(path: string, depth: number): unknown {
    const items: unknown[] = [];
    this.#list(']', () => items.push(this.#value(joinPath(path, items.length), depth + 1)));
    return items;
  }

  /** Reads comma-separated items up to `close`; the opening bracket is next. */
  #list(close: string, item: () => void): void {
    const start = this.#at++;
    this.#skipSpace();
    while (this.#text[this.#at] !== close) {
      if (this.#at >= this.#text.length) throw this.#unclosed(start, close);
      item();
      this.#skipSpace();
      const next = this.#text[this.#at];
      if (next === ',') {
        this.#at++;
        this.#skipSpace();
        if (this.#text[this.#at] === close)
          throw this.#error(`There is a comma before "${close}" with nothing after it.`);
      } else if (next !== close) {
        if (next === undefined) throw this.#unclosed(start, close);
        throw this.#error(`A comma is missing before ${this.#found()}.`);
      }
    }
    this.#at++;
  }

  #unclosed(start: number, close: string): JsonSyntaxError {
    return new JsonSyntaxError(`The "${this.#text[start]}" here is never closed by "${close}".`, start);
  }

  #string(): string {
    const { value, end } = parseString(this.#text, this.#at);
    this.#at = end;
    return value;
  }

  #literal(): unknown {
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, this.#at) && !/[\w$]/.test(this.#text[this.#at + word.length] ?? '')) {
        this.#at += word.length;
        return value;
      }
    }
    NUMBER.lastIndex = this.#at;
    const digits = NUMBER.exec(this.#text)?.[0];
    if (digits === undefined) throw this.#error(`A value should stand here, not ${this.#found()}.`);
    if (!Number.isFinite(Number(digits))) throw this.#error(`The number ${digits} is too large.`);
    this.#at += digits.length;
    return Number(digits);
  }

  #skipSpace(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  /** What stands at the current place, for a message. */
  #found(): string {
    const rest = this.#text.slice(this.#at);
    const word = /^[\w$.+-]{1,20}/.exec(rest)?.[0] ?? String.fromCodePoint(rest.codePointAt(0) ?? 0x20);
    return rest === '' ? 'the end of the file' : `"${word}"`;
  }

  #error(message: string): JsonSyntaxError {
    return new JsonSyntaxError(message, this.#at);
  }
}

const WORDS: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
