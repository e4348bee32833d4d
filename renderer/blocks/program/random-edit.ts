/** For tests: random edits of a program's blocks, as a hand in the workspace makes them. */

import type { Random } from '#common/random/random.ts';
import { choices } from '../block-spec.ts';
import { FIELD } from '../field-types.ts';
import type { Block } from './block.ts';
import { specOf } from './catalog.ts';

/** A row of statements: '' and '' for the program itself. */
export interface RowPlace {
  readonly parent: string;
  readonly name: string;
  readonly row: readonly Block[];
}

/** Every row that holds statements, from the outside to the inside. */
export function rowsOf(blocks: readonly Block[], parent = '', name = ''): RowPlace[] {
  return [
    { parent, name, row: blocks },
    ...blocks.flatMap((block) =>
      Object.entries(block.bodies).flatMap(([body, row]) => rowsOf(row, block.id, body)),
    ),
  ];
}

export function statementsOf(blocks: readonly Block[]): Block[] {
  return rowsOf(blocks).flatMap(({ row }) => row);
}

/** The blocks in the slots of a statement, at any depth; not the statements in it. */
export function valuesOf({ slots }: Block): Block[] {
  return Object.values(slots).flatMap((slot) => [slot, ...valuesOf(slot)]);
}

/** The same program with one row replaced. */
export function withRow(
  blocks: readonly Block[],
  { parent, name }: RowPlace,
  row: readonly Block[],
): readonly Block[] {
  if (parent === '') return row;
  return blocks.map((block) => {
    const bodies = Object.entries(block.bodies).map(([key, body]) => {
      const inside =
        block.id === parent && key === name ? row : withRow(body, { parent, name, row: [] }, row);
      return [key, inside] as const;
    });
    const same = bodies.every(
      ([key, body]) => body === block.bodies[key] || isUnchanged(body, block.bodies[key]),
    );
    return same
      ? block
      : { ...block, bodies: Object.fromEntries(bodies.filter(([, body]) => body.length > 0)) };
  });
}

function isUnchanged(a: readonly Block[], b: readonly Block[] = []): boolean {
  return a.length === b.length && a.every((block, index) => block === b[index]);
}

/** The same program with one block replaced, wherever it is. */
export function replaced(block: Block, id: string, by: Block): Block {
  if (block.id === id) return by;
  let changed = false;
  const swap = (child: Block): Block => {
    const next = replaced(child, id, by);
    changed ||= next !== child;
    return next;
  };
  const slots = Object.fromEntries(Object.entries(block.slots).map(([name, slot]) => [name, swap(slot)]));
  const bodies = Object.fromEntries(Object.entries(block.bodies).map(([name, row]) => [name, row.map(swap)]));
  return changed ? { ...block, slots, bodies } : block;
}

let count = 0;

export function made(type: string, fields: Block['fields'], rest: Partial<Block> = {}): Block {
  count += 1;
  return { id: `new${count}`, type, fields, slots: {}, bodies: {}, ...rest };
}

/** A block as the palette gives it. */
export function newStatement(random: Random): Block {
  const number = made('number', { NUMBER: '42' });
  const all = [
    () => made('assign', { NAME: 'fresh' }, { slots: { VALUE: number } }),
    () => made('print', {}, { extra: { args: [''] }, slots: { ITEM0: made('text', { TEXT: "it's new" }) } }),
    () => made('comment', { TEXT: 'A new note' }),
    () =>
      made(
        'if',
        {},
        {
          extra: { elifs: 0, otherwise: false },
          slots: { IF0: number },
          bodies: { DO0: [made('pin_toggle', {}, { slots: { PIN: made('name', { NAME: 'led' }) } })] },
        },
      ),
    () => made('forever', {}, { bodies: { DO: [made('sleep', {}, { slots: { SECONDS: number } })] } }),
  ];
  return (all[random.integer(0, all.length - 1)] as () => Block)();
}

export function newValue(random: Random): Block {
  const all = [
    () => made('number', { NUMBER: '-42' }),
    () => made('text', { TEXT: 'say "hi"\n' }),
    () => made('name', { NAME: 'fresh' }),
    () =>
      made(
        'arithmetic',
        { OP: '+' },
        { slots: { A: made('name', { NAME: 'x' }), B: made('number', { NUMBER: '1' }) } },
      ),
  ];
  return (all[random.integer(0, all.length - 1)] as () => Block)();
}

/** The block with one of its fields or its comment changed; undefined where there is nothing to change. */
export function withField(block: Block, random: Random): Block | undefined {
  const spec = specOf(block.type);
  const found = (spec?.args ?? []).flatMap((arg) => {
    const now = block.fields[arg.name];
    const next = now === undefined ? undefined : nextValue(arg, now, random);
    return next === undefined || next === now
      ? []
      : [{ ...block, fields: { ...block.fields, [arg.name]: next } }];
  });
  const canComment =
    spec?.role === 'statement' && !['comment', 'docstring', 'raw_statement'].includes(block.type);
  if (canComment) found.push({ ...block, comment: 'changed' });
  return found[random.integer(0, found.length - 1)];
}

function nextValue(
  arg: { readonly type: string; readonly name: string; readonly [other: string]: unknown },
  now: string,
  random: Random,
): string | undefined {
  const options = choices(arg);
  if (options) return options[random.integer(0, options.length - 1)];
  if (arg.type === FIELD.number) return '4711';
  if (arg.type === FIELD.name) return now.includes('.') ? undefined : 'renamed';
  if (arg.type === 'field_input') return `it's "new"`;
  return arg.name === 'TEXT' ? 'Other words\nin two lines' : undefined;
}
