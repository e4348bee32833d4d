/** A field for a Python name. Spaces become underscores; what cannot be a name is marked and not taken. */

import * as Blockly from 'blockly/core';
import { toName } from '../generators/literals.ts';

export type NameRole = 'variable' | 'function';

interface FieldNameConfig extends Blockly.FieldTextInputConfig {
  readonly text?: string;
  readonly role?: NameRole;
}

export class FieldName extends Blockly.FieldTextInput {
  static readonly TYPE = 'pinlab_name';
  readonly role: NameRole;

  constructor(name: string, config: FieldNameConfig = {}) {
    super(name, undefined, { spellcheck: false, ...config });
    this.role = config.role ?? 'variable';
  }

  static override fromJson(config: FieldNameConfig): FieldName {
    return new FieldName(config.text ?? 'x', config);
  }

  protected override doClassValidation_(value?: unknown): string | null {
    return toName(String(value ?? '')) ?? null;
  }
}

/** A field for the inputs of a function: names with commas between them, or nothing. */
export class FieldNameList extends Blockly.FieldTextInput {
  static readonly TYPE = 'pinlab_name_list';

  static override fromJson(config: FieldNameConfig): FieldNameList {
    return new FieldNameList(config.text ?? '', undefined, { spellcheck: false });
  }

  names(): string[] {
    return splitNames(this.getValue() ?? '');
  }

  protected override doClassValidation_(value?: unknown): string | null {
    const names = splitNames(String(value ?? '')).map(toName);
    const known = names.filter((name) => name !== undefined);
    return known.length === names.length && new Set(known).size === known.length ? known.join(', ') : null;
  }
}

function splitNames(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
