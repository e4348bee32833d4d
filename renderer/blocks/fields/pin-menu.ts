/** The pins that a menu offers first: what is wired in the diagram. Set by the editor, one list a workspace. */

import type { Workspace } from 'blockly/core';

/** `label` is shown as it is, such as `pump, GPIO12`. */
export interface PinChoice {
  readonly label: string;
  readonly gpio: number;
}

const menus = new WeakMap<Workspace, readonly PinChoice[]>();

export function setPinChoices(workspace: Workspace, pins: readonly PinChoice[]): void {
  menus.set(workspace, pins);
}

/** Empty where no diagram is known. The palette shows the pins of the workspace that it serves. */
export function pinChoices(workspace: Workspace | null | undefined): readonly PinChoice[] {
  return (workspace && menus.get(workspace.getRootWorkspace() ?? workspace)) ?? [];
}
