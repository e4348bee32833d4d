/**
 * Finds the numbers in what a program prints: `temp: 21.5, moisture: 40`, `{"a": 1}`, `x=(1, 2)`, `temp 21.5`, `(1, 2.5)`,
 * and rows below a line of names. Other text is passed over. Pure; knows neither series in memory nor how they are drawn.
 */

import type { Nanoseconds } from '#common/time/duration.ts';

export interface PlotValue {
  /** The name that was printed; for values without one their place in the line, from 1. */
  readonly series: string | number;
  /** NaN where there is nothing to draw: `nan`, `inf`, `None`. */
  readonly value: number;
}

/** What one printed line says. */
export interface PlotRow {
  /** Device time at which the line was begun. */
  readonly at: Nanoseconds;
  readonly values: readonly PlotValue[];
}

/** Longer lines are read up to here. */
const LONGEST_LINE = 1000;
const LONGEST_NAME = 32;

const NUMBER = String.raw`[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|nan|inf)|True|False|true|false|None|null`;
/** Not the beginning of a time, a date, an address, a version or a hexadecimal number. */
const NUMBER_ENDS = String.raw`(?![\d_]|[.:/-]\d|[xX][\da-fA-F]|\.\.)`;
const UNIT = String.raw`[%°'"\p{L}Ω][\p{L}\d%°Ω/²³^·]{0,8}`;
/** Units that are told from the name that follows a number: `21.5 C moisture: 40`. */
const KNOWN_UNIT = String.raw`(?:°? ?[CFK]|%(?:RH)?|deg(?:rees)?|°|[mkµu]?[VAWgΩsm]|[ckm]m|min|h|[kM]?Hz|[khM]?Pa|m?bar|lu?x|lm|dB|m?l|rpm|ppm|ohms?|m\/s|km\/h)(?![\p{L}\d])`;
const WORD = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
/** Several words, of which only the last may be a number: `soil moisture`, `Sensor 1`, but not `Step 3 temp`. */
const WORDS = String.raw`[\p{L}_][\p{L}\p{N}_.()°%/\[\]-]*(?: +[\p{L}_(°%][\p{L}\p{N}_.()°%/-]*){0,3}(?: *#?\d+)?`;

const PAIR = new RegExp(
  `(?:(?:"(?<quoted>[^"]{1,${LONGEST_NAME}})"|'(?<single>[^']{1,${LONGEST_NAME}})'` +
    `|(?<=^|[,;|\\t{(])\\s*(?<words>${WORDS})|(?<![\\p{L}\\p{N}_.])(?<word>${WORD}))` +
    `\\s*[:=]\\s*(?:(?<number>${NUMBER})${NUMBER_ENDS}(?:\\s*${KNOWN_UNIT}(?!\\s*[:=]))?` +
    `|[([](?<list>[^()[\\]]*)[\\])]))`,
  'gu',
);
const FIELD = new RegExp(`^(${NUMBER})(?:\\s*(?:${UNIT}|${KNOWN_UNIT}))?$`, 'u');
const ONLY_WORD = new RegExp(`^${WORD}$`, 'u');
const ONLY_UNIT = new RegExp(`^${KNOWN_UNIT}$`, 'u');
const ANY_VALUE = new RegExp(`\\d|nan|inf|True|False|true|false|None|null`);
const HEADER_FIELD = /^\p{L}[\p{L}\p{N}_./%°()[\]-]*(?: [\p{L}\p{N}_./%°()[\]-]+){0,2}$/u;

const WORD_VALUES: Readonly<Record<string, number>> = { True: 1, true: 1, False: 0, false: 0 };

/** Lines out of pieces of output, with the memory that a line of names needs. */
export class PlotReader {
  #line = '';
  #at: Nanoseconds = 0;
  /** Names from the line before. */
  #candidate: readonly string[] = [];
  #header: readonly string[] = [];

  /** The rows of the lines that this piece ends. */
  feed(piece: { readonly at: Nanoseconds; readonly text: string }): readonly PlotRow[] {
    const rows: PlotRow[] = [];
    const parts = piece.text.split('\n');
    parts.forEach((part, index) => {
      if (this.#line === '') this.#at = piece.at;
      if (this.#line.length < LONGEST_LINE) this.#line += part.slice(0, LONGEST_LINE);
      if (index === parts.length - 1) return;
      const values = this.read(this.#line);
      if (values.length > 0) rows.push({ at: this.#at, values });
      this.#line = '';
    });
    return rows;
  }

  /** What one whole line says. */
  read(text: string): readonly PlotValue[] {
    const line = text.slice(0, LONGEST_LINE).trim();
    if (line === '') return [];
    const row = ANY_VALUE.test(line) ? plainValues(line) : undefined;
    if (row) return this.#name(row);
    this.#candidate = headerNames(line);
    return ANY_VALUE.test(line) ? namedValues(line) : [];
  }

  /** A new run begins. */
  reset(): void {
    this.#line = '';
    this.#candidate = [];
    this.#header = [];
  }

  #name(row: readonly number[]): readonly PlotValue[] {
    if (this.#candidate.length === row.length) this.#header = this.#candidate;
    this.#candidate = [];
    const names = this.#header.length === row.length ? this.#header : [];
    return row.map((value, index) => ({ series: names[index] ?? index + 1, value }));
  }
}

/** A line of nothing but numbers with their units. */
function plainValues(line: string): readonly number[] | undefined {
  const inner = /^[([](.*)[\])]$/.exec(line)?.[1] ?? line;
  const fields = /[,;\t|]/.test(inner) ? splitFields(inner) : spacedFields(inner);
  const values = fields.map(fieldValue);
  return fields.length > 0 && values.every((value) => value !== undefined) ? values : undefined;
}

function splitFields(text: string): readonly string[] {
  const fields = text.split(/[,;\t|]/).map((field) => field.trim());
  while (fields.at(-1) === '') fields.pop();
  return fields;
}

/** `21.5 C 40 %` has two fields. */
function spacedFields(text: string): readonly string[] {
  const fields: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = fields.length - 1;
    const before = fields[last];
    const belongs = !FIELD.test(word) && before !== undefined && FIELD.test(`${before} ${word}`);
    if (belongs) fields[last] = `${before} ${word}`;
    else fields.push(word);
  }
  return fields;
}

/** NaN for an empty field; undefined for one that is no number. */
function fieldValue(field: string): number | undefined {
  if (field === '') return NaN;
  const number = FIELD.exec(field)?.[1];
  return number === undefined ? undefined : numberOf(number);
}

function numberOf(text: string): number {
  const value = WORD_VALUES[text] ?? Number(text);
  return Number.isFinite(value) ? value : NaN;
}

function namedValues(line: string): readonly PlotValue[] {
  const values = [...line.matchAll(PAIR)].flatMap(({ groups = {} }) => {
    const name = groups['quoted'] ?? groups['single'] ?? groups['words'] ?? groups['word'] ?? '';
    return pairValues(tidyName(name), groups['number'], groups['list']);
  });
  return values.length > 0 ? values : wordedValues(line);
}

function pairValues(name: string, number: string | undefined, list = ''): readonly PlotValue[] {
  if (name === '') return [];
  if (number !== undefined) return [{ series: name, value: numberOf(number) }];
  const values = plainValues(list) ?? [];
  return values.map((value, index) => ({
    series: values.length === 1 ? name : `${name} ${index + 1}`,
    value,
  }));
}

function tidyName(name: string): string {
  const sentence = name.split(/[.!?>]\s+/).at(-1) ?? '';
  return sentence.trim().replace(/\s+/g, ' ').slice(0, LONGEST_NAME);
}

/** Names and numbers by turns, as `print('temp', t, 'light', l)` writes them, and nothing else. */
function wordedValues(line: string): readonly PlotValue[] {
  const tokens = line.split(/[\s,;|]+/);
  const values: PlotValue[] = [];
  for (let i = 0; i < tokens.length;) {
    const name = tokens[i++] ?? '';
    const number = FIELD.exec(tokens[i++] ?? '')?.[1];
    if (!ONLY_WORD.test(name) || number === undefined) return [];
    if (ONLY_UNIT.test(tokens[i] ?? '')) i++;
    values.push({ series: name, value: numberOf(number) });
  }
  return values;
}

/** The names in a line of nothing else; none where it is another line. */
function headerNames(line: string): readonly string[] {
  const text = line.replace(/^#\s*/, '').replaceAll(/["']/g, '');
  const separated = /[,;\t|]/.test(text);
  const names = separated ? splitFields(text) : text.split(/\s+/);
  const fits = (name: string): boolean =>
    name.length <= LONGEST_NAME && (separated ? HEADER_FIELD : ONLY_WORD).test(name);
  const distinct = new Set(names).size === names.length;
  return names.length > 1 && distinct && names.every(fits) ? names : [];
}
