/** Keeps the saved form of a block that this version does not know, so that saving gives it back unchanged. */

import * as Blockly from 'blockly/core';
import { UNKNOWN_MUTATOR } from '../field-types.ts';

interface UnknownBlock extends Blockly.Block {
  original: unknown;
}

const mixin = {
  original: null,

  saveExtraState(this: UnknownBlock): { original: unknown } {
    return { original: this.original };
  },

  loadExtraState(this: UnknownBlock, state: { original?: unknown }): void {
    this.original = state.original ?? null;
  },
};

export function registerUnknownMutator(): void {
  if (!Blockly.Extensions.isRegistered(UNKNOWN_MUTATOR)) {
    Blockly.Extensions.registerMutator(UNKNOWN_MUTATOR, mixin);
  }
}
