/** The names that a program uses, read from the name fields of its blocks. */

import type { Workspace } from 'blockly/core';

export type NameRole = 'variable' | 'function';

/** A field that holds Python names. */
export interface NameHolder {
  readonly role: NameRole;
  names(): readonly string[];
}

/** In alphabetical order, each once. */
export function namesOf(workspace: Workspace, role: NameRole): string[] {
  const names = new Set<string>();
  for (const holder of holders(workspace)) {
    if (holder.role === role) for (const name of holder.names()) names.add(name);
  }
  return [...names].sort((a, b) => a.localeCompare(b, 'en'));
}

function* holders(workspace: Workspace): Generator<NameHolder> {
  for (const block of workspace.getAllBlocks(false)) {
    for (const field of block.getFields()) if (isNameHolder(field)) yield field;
  }
}

function isNameHolder(field: object): field is NameHolder {
  return 'role' in field && 'names' in field;
}
