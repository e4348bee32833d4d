/** A field for a Python number, kept as typed: 5.0, 0x1F and 1_000 stay what they are. */

import * as Blockly from 'blockly/core';
import { FIELD } from '../field-types.ts';
import { toNumber } from '../program/literals.ts';

interface FieldNumberSourceConfig extends Blockly.FieldTextInputConfig {
  readonly text?: string;
}

export class FieldNumberSource extends Blockly.FieldTextInput {
  static readonly TYPE = FIELD.number;

  static override fromJson(config: FieldNumberSourceConfig): FieldNumberSource {
    return new FieldNumberSource(config.text ?? '0', undefined, { spellcheck: false });
  }

  protected override doClassValidation_(value?: unknown): string | null {
    return toNumber(String(value ?? '')) ?? null;
  }
}
