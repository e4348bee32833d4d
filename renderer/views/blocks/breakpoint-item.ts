/** Breakpoints on blocks: an entry in the context menu of every statement, and F9. */

import * as Blockly from 'blockly/core';
import { type Disposable, toDisposable } from '#common/lifecycle/disposable.ts';
import { text } from '../../blocks/messages/messages.ts';
import { PROGRAM_TYPE } from '../../blocks/definitions/program.ts';

export interface Breakpoints {
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
}

const NAME = 'pinlab_breakpoint';
/** Blockly's history is off, so its entries for it would be dead. */
const DEAD_ITEMS = ['undoWorkspace', 'redoWorkspace'];
const DEAD_SHORTCUTS = ['undo', 'redo'];
const served = new WeakMap<Blockly.Workspace, Breakpoints>();

/** Serves the statements of a workspace until disposed. */
export function offerBreakpoints(workspace: Blockly.WorkspaceSvg, breakpoints: Breakpoints): Disposable {
  registerItems();
  served.set(workspace, breakpoints);
  return toDisposable(() => served.delete(workspace));
}

function registerItems(): void {
  const { registry, ScopeType } = {
    ...Blockly.ContextMenuRegistry,
    registry: Blockly.ContextMenuRegistry.registry,
  };
  if (registry.getItem(NAME)) return;
  for (const id of DEAD_ITEMS) if (registry.getItem(id)) registry.unregister(id);
  registry.register({
    id: NAME,
    scopeType: ScopeType.BLOCK,
    weight: 0,
    displayText: ({ block }) =>
      text(block && served.get(block.workspace)?.has(block.id) ? 'BREAKPOINT_CLEAR' : 'BREAKPOINT_SET'),
    preconditionFn: ({ block }) => (statementOf(block) ? 'enabled' : 'hidden'),
    callback: ({ block }) => toggle(statementOf(block)),
  });
  const shortcuts = Blockly.ShortcutRegistry.registry;
  for (const name of DEAD_SHORTCUTS) if (shortcuts.getRegistry()[name]) shortcuts.unregister(name);
  shortcuts.register({
    name: NAME,
    keyCodes: [Blockly.utils.KeyCodes.F9],
    preconditionFn: (workspace) => served.has(workspace),
    callback: (workspace) => {
      const node = Blockly.getFocusManager().getFocusedNode();
      const statement = statementOf(workspace.getNavigator().getSourceBlockFromNode(node) ?? undefined);
      toggle(statement);
      return statement !== undefined;
    },
  });
}

/** The statement of the program that a block belongs to. */
function statementOf(block: Blockly.BlockSvg | undefined): Blockly.BlockSvg | undefined {
  if (!block || block.isInFlyout || !served.has(block.workspace)) return undefined;
  let statement: Blockly.BlockSvg = block;
  while (statement.outputConnection?.isConnected()) {
    const parent = statement.getParent();
    if (!parent) return undefined;
    statement = parent;
  }
  if (!statement.previousConnection || block.getRootBlock().type !== PROGRAM_TYPE) return undefined;
  return statement;
}

function toggle(statement: Blockly.BlockSvg | undefined): void {
  if (statement) served.get(statement.workspace)?.toggle(statement.id);
}
