/** Reads the options of a command from its declaration. Knows the form of options, not what they mean. */

import { parseArgs } from 'node:util';
import { suggestName } from '#common/errors/did-you-mean.ts';
import { inputError } from './input-error.ts';

export interface OptionDeclaration {
  /** Name without the two dashes. */
  readonly name: string;
  /** One letter that may stand for it: `l` for `-l`. */
  readonly short?: string;
  /** What the value is, such as `FILE`; absent for a plain switch. */
  readonly value?: string;
  /** May be given several times. */
  readonly repeated?: boolean;
  /** One line of the help text. */
  readonly help: string;
}

export interface ParsedOptions {
  readonly positionals: readonly string[];
  has(name: string): boolean;
  /** The last value given. */
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
}

export const HELP: OptionDeclaration = { name: 'help', short: 'h', help: 'Show this text.' };

/** Throws an InputError that names the option and says what to do. */
export function parseOptions(
  args: readonly string[],
  declared: readonly OptionDeclaration[],
  command: string,
): ParsedOptions {
  const options = Object.fromEntries(
    [...declared, HELP].map(({ name, short, value }) => {
      const type = value === undefined ? ('boolean' as const) : ('string' as const);
      return [name, { type, ...(short !== undefined && { short }) }];
    }),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const declaration = [...declared, HELP].find(({ name }) => name === token.name);
    if (!declaration) throw unknownOption(token.rawName, declared, command);
    const given = values.get(token.name) ?? [];
    if (given.length > 0 && !declaration.repeated) throw givenTwice(token.rawName);
    values.set(token.name, [...given, valueOf(token.rawName, token.value, declaration)]);
  }
  return {
    positionals,
    has: (name) => values.has(name),
    text: (name) => values.get(name)?.at(-1),
    texts: (name) => values.get(name) ?? [],
  };
}

function valueOf(rawName: string, value: string | undefined, declaration: OptionDeclaration): string {
  if (declaration.value === undefined) {
    if (value === undefined) return '';
    throw inputError({
      code: 'bad-option',
      message: `${rawName} takes no value.`,
      fix: `Write ${rawName} alone.`,
    });
  }
  if (value !== undefined && value !== '') return value;
  const fix = `Write ${rawName} ${declaration.value}.`;
  throw inputError({ code: 'bad-option', message: `${rawName} needs a value.`, fix });
}

function unknownOption(rawName: string, declared: readonly OptionDeclaration[], command: string): Error {
  const names = declared.map(({ name }) => `--${name}`);
  const message = `pinlab ${command} has no option ${rawName}.`;
  return inputError({ code: 'unknown-option', message, fix: suggestName(rawName, names, 'options') });
}

function givenTwice(rawName: string): Error {
  return inputError({ code: 'bad-option', message: `${rawName} is given twice.`, fix: 'Give it once.' });
}
