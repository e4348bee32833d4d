/** Makes the blocks, their fields and their texts known to Blockly. Calling it again with texts only changes the language. */

import * as Blockly from 'blockly/core';
import { families } from './definitions/index.ts';
import { FieldName, FieldNameList } from './fields/field-name.ts';
import { FieldNumberSource } from './fields/field-number.ts';
import { FieldPin } from './fields/field-pin.ts';
import { FieldSource } from './fields/field-source.ts';
import type { Messages } from './messages/en.ts';
import { useMessages } from './messages/messages.ts';
import { registerShapeMutator } from './mutators/shape.ts';
import { registerUnknownMutator } from './mutators/unknown.ts';

const FIELDS = [FieldName, FieldNameList, FieldNumberSource, FieldPin, FieldSource] as const;

let registered = false;

/** `core` are Blockly's own texts in the same language. Without texts the language in force stays, which is English at first. */
export function registerBlocks(messages?: Messages, core?: object): void {
  if (messages || !registered) useMessages(messages, core);
  if (registered) return;
  registered = true;
  for (const field of FIELDS) {
    if (!Blockly.registry.hasItem(Blockly.registry.Type.FIELD, field.TYPE)) {
      Blockly.fieldRegistry.register(field.TYPE, field);
    }
  }
  registerShapeMutator();
  registerUnknownMutator();
  for (const { style, blocks } of families) {
    for (const { type, json } of blocks) {
      Blockly.Blocks[type] = {
        init(this: Blockly.Block) {
          this.jsonInit({ style, ...json });
        },
      };
    }
  }
}
