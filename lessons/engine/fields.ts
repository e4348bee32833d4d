/**
 * Reads one YAML mapping field by field and reports every trouble with its file and line. It knows nothing of lessons.
 * A field that cannot be read gives a problem and undefined; nothing throws.
 */

import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Pair, YAMLMap } from 'yaml';
import { suggestName } from '#common/errors/did-you-mean.ts';
import type { Problem } from '#common/errors/problem.ts';
import { type Nanoseconds, parseDuration } from '#common/time/duration.ts';

export interface FieldsSource {
  readonly file: string;
  /** Line of the file on which the YAML text begins, 1-based. */
  readonly firstLine: number;
  /** What the mapping is, for messages: `This check`. */
  readonly what: string;
}

export type Scalar = string | number | boolean;

export class Fields {
  readonly #pairs = new Map<string, { readonly value: unknown; readonly line: number }>();
  readonly #source: FieldsSource;
  readonly #lines: LineCounter;
  readonly #problems: Problem[];
  readonly #asked = new Set<string>();
  /** Line on which the mapping begins. */
  readonly line: number;

  private constructor(
    map: YAMLMap,
    source: FieldsSource,
    lines: LineCounter,
    problems: Problem[],
    line: number,
  ) {
    this.#source = source;
    this.#lines = lines;
    this.#problems = problems;
    this.line = line;
    for (const pair of map.items as Pair[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      this.#pairs.set(key, { value: pair.value, line: this.#lineOf(pair.key) });
    }
  }

  /** Reads `text` as one mapping; undefined (and a problem) where it is none. */
  static parse(text: string, source: FieldsSource, problems: Problem[]): Fields | undefined {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const error = document.errors[0];
    if (error) {
      const line = source.firstLine + (error.linePos?.[0].line ?? 1) - 1;
      const detail = error.message.split(/ at line |\n/)[0] ?? 'it cannot be read';
      problems.push(brokenYaml(source, line, detail));
      return undefined;
    }
    if (!isMap(document.contents)) {
      problems.push(brokenYaml(source, source.firstLine, 'it has no `name: value` lines'));
      return undefined;
    }
    return new Fields(document.contents, source, lines, problems, source.firstLine);
  }

  has(key: string): boolean {
    this.#asked.add(key);
    return this.#pairs.has(key);
  }

  /** Every key in the order of writing, none counted as asked for. */
  get keys(): readonly string[] {
    return [...this.#pairs.keys()];
  }

  lineOf(key: string): number {
    return this.#pairs.get(key)?.line ?? this.line;
  }

  /** Any plain value. */
  scalar(key: string): Scalar | undefined {
    const node = this.#take(key);
    if (node === undefined) return undefined;
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    this.problem(
      'not-a-value',
      `\`${key}\` must be a plain value.`,
      'Put text that holds `{`, `:` or `#` in quotes.',
      key,
    );
    return undefined;
  }

  text(key: string): string | undefined {
    const value = this.scalar(key);
    return value === undefined ? undefined : String(value).trim();
  }

  /** Like `text`, and a problem where it is missing or empty. */
  requiredText(key: string, fix = `Add \`${key}: …\`.`): string | undefined {
    const before = this.#problems.length;
    const value = this.text(key);
    if (value) return value;
    if (this.#problems.length === before) {
      this.problem('missing-field', `${this.#source.what} has no \`${key}\`.`, fix);
    }
    return undefined;
  }

  number(key: string): number | undefined {
    const value = this.scalar(key);
    if (value === undefined) return undefined;
    const match = /^(-?\d+(?:\.\d+)?)\s*(%)?(?:\s.*)?$/.exec(String(value));
    if (match) return Number(match[1]) / (match[2] ? 100 : 1);
    this.problem(
      'not-a-number',
      `\`${key}: ${String(value)}\` is not a number.`,
      'Write a number such as `3` or `5 %`.',
      key,
    );
    return undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.scalar(key);
    if (value === undefined || typeof value === 'boolean') return value;
    this.problem(
      'not-a-flag',
      `\`${key}: ${String(value)}\` is neither true nor false.`,
      'Write `true` or `false`.',
      key,
    );
    return undefined;
  }

  duration(key: string): Nanoseconds | undefined {
    const value = this.scalar(key);
    if (value === undefined) return undefined;
    const time = parseDuration(String(value));
    if (time === undefined) this.#notATime(key, value);
    return time;
  }

  requiredDuration(key: string): Nanoseconds | undefined {
    if (!this.has(key)) {
      this.problem(
        'missing-field',
        `${this.#source.what} has no \`${key}\`.`,
        `Add \`${key}: 10 min\`, with your time.`,
      );
    }
    return this.duration(key);
  }

  /** A list of plain values; a single value counts as a list of one. */
  texts(key: string): readonly string[] {
    const node = this.#take(key);
    if (node === undefined) return [];
    const items = isSeq(node) ? node.items : [node];
    const texts = items.filter(isScalar).map((item) => String(item.value));
    if (texts.length < items.length) {
      this.problem('not-a-list', `\`${key}\` must be a list of words.`, `Write \`${key}: [one, two]\`.`, key);
    }
    return texts;
  }

  /** A list of mappings; a single mapping counts as a list of one. */
  list(key: string, what: string): readonly Fields[] {
    const node = this.#take(key);
    if (node === undefined) return [];
    const result: Fields[] = [];
    for (const item of isSeq(node) ? node.items : [node]) {
      if (isMap(item)) result.push(this.#child(item, what));
      else
        this.problem(
          'not-a-mapping',
          `Every entry of \`${key}\` needs \`name: value\` lines.`,
          undefined,
          key,
        );
    }
    return result;
  }

  map(key: string, what: string): Fields | undefined {
    const node = this.#take(key);
    if (node === undefined) return undefined;
    if (isMap(node)) return this.#child(node, what);
    this.problem('not-a-mapping', `\`${key}\` needs \`name: value\` lines under it.`, undefined, key);
    return undefined;
  }

  problem(code: string, message: string, fix?: string, key?: string): void {
    const where = { file: this.#source.file, line: key === undefined ? this.line : this.lineOf(key) };
    this.#problems.push({ severity: 'error', code, message, ...(fix === undefined ? {} : { fix }), where });
  }

  /** Reports every field that nobody asked for. Call it last. */
  finish(): void {
    for (const key of this.#pairs.keys()) {
      if (this.#asked.has(key)) continue;
      this.problem(
        'unknown-field',
        `${this.#source.what} knows no \`${key}\`.`,
        suggestName(key, [...this.#asked], 'fields'),
        key,
      );
    }
  }

  #notATime(key: string, value: Scalar): void {
    const message = `\`${key}: ${String(value)}\` is not a time.`;
    this.problem(
      'not-a-time',
      message,
      'Write a number with a unit, such as `500 ms`, `10 min` or `2 h`.',
      key,
    );
  }

  #take(key: string): unknown {
    this.#asked.add(key);
    const value = this.#pairs.get(key)?.value;
    return value === null || (isScalar(value) && value.value === null) ? undefined : value;
  }

  #child(map: YAMLMap, what: string): Fields {
    return new Fields(map, { ...this.#source, what }, this.#lines, this.#problems, this.#lineOf(map));
  }

  #lineOf(node: unknown): number {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    const offset = range?.[0];
    return offset === undefined
      ? this.#source.firstLine
      : this.#source.firstLine + this.#lines.linePos(offset).line - 1;
  }
}

function brokenYaml(source: FieldsSource, line: number, detail: string): Problem {
  const reason = detail.charAt(0).toLowerCase() + detail.slice(1);
  return {
    severity: 'error',
    code: 'broken-yaml',
    message: `${source.what} is not valid YAML: ${reason.replace(/\.$/, '')}.`,
    fix: 'Write one `name: value` a line, indent with spaces, and put text that holds `: `, `{` or `#` in quotes.',
    where: { file: source.file, line },
  };
}
