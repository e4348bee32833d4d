/** The commands that list what there is: boards, parts, worlds. One shape for all: a table for people, JSON for programs. */

import type { BoardDefinition, ControlDefinition } from '#interpreter/diagram/catalog.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { type Command, EXIT } from '../command.ts';

interface Listing<T> {
  readonly name: string;
  readonly summary: string;
  readonly items: readonly T[];
  readonly headings: readonly string[];
  row(item: T): readonly string[];
}

function listingCommand<T>({ name, summary, items, headings, row }: Listing<T>): Command {
  return {
    name,
    synopsis: '',
    summary,
    options: [{ name: 'json', help: 'Print everything that is known about them as JSON.' }],
    run(options, terminal) {
      const text = options.has('json')
        ? JSON.stringify(items, null, 2)
        : table([headings, ...items.map(row)]);
      terminal.out(`${text}\n`);
      return Promise.resolve(EXIT.done);
    },
  };
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function controlNames(controls: readonly ControlDefinition[]): string {
  return controls.map(({ name }) => name).join(', ') || '-';
}

function gpioCount({ pins }: BoardDefinition): string {
  return String(pins.filter(({ role }) => role === 'gpio').length);
}

export const boards = listingCommand({
  name: 'boards',
  summary: 'List the boards that can be simulated.',
  items: CATALOG.boards,
  headings: ['ID', 'NAME', 'PORT', 'PINS'],
  row: (board) => [board.id, board.name, board.port, gpioCount(board)],
});

export const parts = listingCommand({
  name: 'parts',
  summary: 'List the parts for a diagram, with their pins and controls.',
  items: CATALOG.parts,
  headings: ['TYPE', 'NAME', 'PINS', 'CONTROLS'],
  row: ({ type, name, pins, controls }) => [
    type,
    name,
    pins.map((pin) => pin.name).join(', '),
    controlNames(controls),
  ],
});

export const worlds = listingCommand({
  name: 'worlds',
  summary: 'List the worlds that parts can sense and change.',
  items: CATALOG.worlds,
  headings: ['TYPE', 'NAME', 'VARIABLES', 'CONTROLS'],
  row: ({ type, name, variables, controls }) => [
    type,
    name,
    variables.map((variable) => variable.name).join(', '),
    controlNames(controls),
  ],
});
