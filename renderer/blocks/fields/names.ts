/** The names that a program uses, read from the name fields of its blocks. */

import type { Workspace } from 'blockly/core';
import { FieldName, FieldNameList, type NameRole } from './field-name.ts';

/** In alphabetical order, each once. */
export function namesOf(workspace: Workspace, role: NameRole): string[] {
  const names = new Set<string>();
  for (const field of fields(workspace)) {
    if (field instanceof FieldName && field.role === role) names.add(field.getValue() ?? '');
    if (field instanceof FieldNameList && role === 'variable') for (const name of field.names()) names.add(name);
  }
  names.delete('');
  return [...names].sort((a, b) => a.localeCompare(b, 'en'));
}

/** Every name that an import must not take. */
export function usedNames(workspace: Workspace): Set<string> {
  return new Set([...namesOf(workspace, 'variable'), ...namesOf(workspace, 'function')]);
}

function* fields(workspace: Workspace): Generator<unknown> {
  for (const block of workspace.getAllBlocks(false)) yield* block.getFields();
}
