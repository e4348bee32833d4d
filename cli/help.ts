/** Help texts, made from what the commands declare about themselves. */

import type { Command } from './command.ts';
import { HELP, type OptionDeclaration } from './options.ts';

export function helpForAll(commands: readonly Command[]): string {
  const rows = commands.map(
    ({ name, synopsis, summary }) => [`pinlab ${name} ${synopsis}`.trim(), summary] as const,
  );
  return [
    'Pinlab: learn hardware with MicroPython.',
    '',
    ...table(rows),
    '',
    'Exit codes: 0 finished or time limit, 1 the program raised, 2 bad usage or input, 3 Pinlab failed, 130 Ctrl-C.',
    'More about one command: pinlab COMMAND --help',
    '',
  ].join('\n');
}

export function helpFor({ name, synopsis, summary, options, details }: Command): string {
  const rows = [...options, HELP].map((option) => [form(option), option.help] as const);
  return [
    `pinlab ${name} ${synopsis}`.trim(),
    '',
    summary,
    ...(details ? ['', details] : []),
    '',
    ...table(rows),
    '',
  ].join('\n');
}

function form({ name, value, repeated }: OptionDeclaration): string {
  return `--${name}${value ? ` ${value}` : ''}${repeated ? ' …' : ''}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
