/** Help texts, made from what the commands declare about themselves. */

import type { Command, CommandGroup } from './command.ts';
import { HELP, type OptionDeclaration } from './options.ts';

export function helpForAll(commands: readonly (Command | CommandGroup)[]): string {
  const rows = commands.map((command) => [usage(command), command.summary] as const);
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

export function helpForGroup({ name, summary, details, commands }: CommandGroup): string {
  return [
    `pinlab ${name} WORD …`,
    '',
    summary,
    ...(details ? ['', details] : []),
    '',
    ...table(commands.map((command) => [usage(command), command.summary] as const)),
    '',
    `More about one: pinlab ${name} WORD --help`,
    '',
  ].join('\n');
}

export function helpFor(command: Command): string {
  const { summary, options, details } = command;
  const rows = [...options, HELP].map((option) => [form(option), option.help] as const);
  return [usage(command), '', summary, ...(details ? ['', details] : []), '', ...table(rows), ''].join('\n');
}

function usage(command: Command | CommandGroup): string {
  if ('commands' in command) return `pinlab ${command.name} WORD …`;
  return `pinlab ${command.name} ${command.synopsis}`.trim();
}

function form({ name, short, value, repeated }: OptionDeclaration): string {
  const letter = short !== undefined && short !== HELP.short ? `-${short}, ` : '';
  return `${letter}--${name}${value ? ` ${value}` : ''}${repeated ? ' …' : ''}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
