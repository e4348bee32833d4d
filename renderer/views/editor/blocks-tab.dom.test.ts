import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { BOARDS } from '#interpreter/boards/index.ts';
import { createMemoryHost } from '../../host/memory-host.ts';
import { Workspace } from '../../state/workspace.svelte.ts';
import BlocksTab from './BlocksTab.svelte';

function show(files: Record<string, string>): Workspace {
  const catalog = { boards: BOARDS, parts: [], worlds: [] };
  const workspace = new Workspace(
    { id: 'p', name: 'P', modified: 0, files },
    { host: createMemoryHost(), catalog },
  );
  const marks = { runningLine: undefined, errorLine: undefined };
  render(BlocksTab, { workspace, ...marks, pins: [], theme: 'light', ontext: () => undefined });
  return workspace;
}

describe('BlocksTab', () => {
  it('says that a text has no blocks, and changes nothing', () => {
    const workspace = show({ 'main.py': 'print(1)\n' });
    expect(screen.getByText('This program is written as text')).toBeTruthy();
    expect(workspace.program).toBe('print(1)\n');
  });

  it('says that the text is ahead, and offers the last block version', () => {
    const blocks = JSON.stringify({ version: 1, python: '0-x', workspace: { blocks: {} } });
    show({ 'main.py': 'print(2)\n', 'main.blocks.json': blocks });
    expect(screen.getByText('The text is ahead of the blocks')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show my last block version' })).toBeTruthy();
  });
});
