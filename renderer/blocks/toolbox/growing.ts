/** Presets that come of the program: its variables, and calls of its functions. */

import type { Workspace } from 'blockly/core';
import { FieldNameList } from '../fields/field-name.ts';
import { namesOf } from '../fields/names.ts';
import { ITEM } from '../shape.ts';
import { block, type Category, fill, name, type Preset } from './entry.ts';

export function growingPresets({ grows }: Category, workspace: Workspace): readonly Preset[] {
  if (grows === 'variables') return variables(workspace);
  return grows === 'functions' ? calls(workspace) : [];
}

function variables(workspace: Workspace): Preset[] {
  const names = namesOf(workspace, 'variable');
  return (names.length > 0 ? names : ['x']).map((variable) => ({ type: 'name', fields: { NAME: variable } }));
}

/** Every function that the program defines can be run with its own inputs. */
function calls(workspace: Workspace): Preset[] {
  return workspace.getBlocksByType('def', true).flatMap((def) => {
    const params = def.getField('PARAMS');
    const inputs = params instanceof FieldNameList ? params.names() : [];
    const fields = { NAME: String(def.getFieldValue('NAME')) };
    const slots = Object.fromEntries(inputs.map((input, index) => [`${ITEM}${index}`, name(input)]));
    return ['call', 'call_value'].map((type) =>
      fill(block(type, slots, fields, { args: inputs.map(() => '') }), () => 'x'),
    );
  });
}
