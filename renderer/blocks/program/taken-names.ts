/** The names that a program gives to things of its own: imports must not take them. */

import type { Block } from './block.ts';
import type { Names } from './names.ts';

/** Fields that bind the names in them, by block type. */
const BINDING: Readonly<Record<string, string>> = {
  assign: 'NAME',
  change: 'NAME',
  for_range: 'NAME',
  def: 'NAME',
  class: 'NAME',
};

export function takenNames(blocks: readonly Block[], names: Names): ReadonlySet<string> {
  const taken = new Set(names.own);
  collect(blocks, taken);
  return taken;
}

function collect(blocks: readonly Block[], taken: Set<string>): void {
  for (const { type, fields, bodies } of blocks) {
    const name = fields[BINDING[type] ?? ''];
    if (name !== undefined) taken.add(name);
    if (type === 'def') for (const param of (fields['PARAMS'] ?? '').split(/\W+/)) taken.add(param);
    for (const body of Object.values(bodies)) collect(body, taken);
  }
}
