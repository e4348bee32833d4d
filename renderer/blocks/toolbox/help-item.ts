/** The help in the context menu of every block. Blockly's own entry would open a page of the web. */

import * as Blockly from 'blockly/core';
import { type Disposable, toDisposable } from '#common/lifecycle/disposable.ts';
import { text } from '../messages/messages.ts';

type OpenHelp = (type: string) => void;

const ITEM = 'pinlab_help';
const BLOCKLYS_ITEM = 'blockHelp';
const openers = new WeakMap<Blockly.Workspace, OpenHelp>();

/** Blocks of the workspace and of its palette open their help with `open`, until disposed. */
export function offerHelp(workspace: Blockly.WorkspaceSvg, open: OpenHelp): Disposable {
  registerItem();
  openers.set(workspace, open);
  return toDisposable(() => openers.delete(workspace));
}

function registerItem(): void {
  const { registry } = Blockly.ContextMenuRegistry;
  if (registry.getItem(ITEM)) return;
  if (registry.getItem(BLOCKLYS_ITEM)) registry.unregister(BLOCKLYS_ITEM);
  registry.register({
    id: ITEM,
    scopeType: Blockly.ContextMenuRegistry.ScopeType.BLOCK,
    weight: 0,
    displayText: () => text('HELP_ITEM'),
    preconditionFn: ({ block }) => (block && openerOf(block) ? 'enabled' : 'hidden'),
    callback: ({ block }) => block && openerOf(block)?.(block.type),
  });
}

function openerOf({ workspace }: Blockly.BlockSvg): OpenHelp | undefined {
  return openers.get(workspace.isFlyout ? (workspace.targetWorkspace ?? workspace) : workspace);
}
