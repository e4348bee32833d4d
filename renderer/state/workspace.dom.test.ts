import { describe, expect, it } from 'vitest';
import type { Project } from '#common/host/host.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { BLOCKS_FILE, PROGRAM_FILE } from './blocks-file.ts';
import { Workspace } from './workspace.svelte.ts';

const PROJECT: Project = {
  id: 'p1',
  name: 'Blink',
  modified: 0,
  files: { 'main.py': 'print(1)\n', 'notes.txt': 'hi' },
};
const BLOCKS = '{"blocks":{"languageVersion":0,"blocks":[]}}';

function open(files: Record<string, string> = {}) {
  const host = createMemoryHost({ projects: [PROJECT] });
  const workspace = new Workspace(
    { ...PROJECT, files: { ...PROJECT.files, ...files } },
    { host, catalog: CATALOG },
  );
  return { host, workspace };
}

describe('Workspace', () => {
  it('stores changed files and the new name', async () => {
    const { host, workspace } = open();
    workspace.setFile(PROGRAM_FILE, 'print(2)\n');
    workspace.rename('  Blink twice ');
    expect(workspace.saveStatus).toBe('unsaved');
    await workspace.flush();
    expect(workspace.saveStatus).toBe('saved');
    const stored = await host.readProject('p1');
    expect(stored).toMatchObject({
      name: 'Blink twice',
      files: { 'main.py': 'print(2)\n', 'notes.txt': 'hi' },
    });
  });

  it('ignores an empty name and a change that changes nothing', () => {
    const { workspace } = open();
    workspace.rename('   ');
    workspace.setFile(PROGRAM_FILE, 'print(1)\n');
    expect([workspace.name, workspace.saveStatus]).toEqual(['Blink', 'saved']);
  });

  it('says why a save failed and keeps the text', async () => {
    const { host, workspace: _ } = open();
    const failing = { ...host, saveProject: () => Promise.reject(new Error('The disk is full.')) };
    const workspace = new Workspace(PROJECT, { host: failing, catalog: CATALOG });
    workspace.setFile(PROGRAM_FILE, 'precious');
    await workspace.flush();
    expect([workspace.saveStatus, workspace.saveError, workspace.program]).toEqual([
      'failed',
      'The disk is full.',
      'precious',
    ]);
    workspace.dispose();
  });

  it('gives a device only the Python files', () => {
    expect(Object.keys(open().workspace.programFiles)).toEqual(['main.py']);
  });

  it('has an empty bench where the project has no diagram, and located problems where it is broken', () => {
    expect(open().workspace.diagram).toMatchObject({ parts: [] });
    const { workspace } = open({
      'diagram.json': '{ "version": 1, "board": "toaster", "parts": [], "connections": [] }',
    });
    expect(workspace.diagram).toBeUndefined();
    expect(workspace.diagramProblems[0]).toMatchObject({
      severity: 'error',
      where: { file: 'diagram.json' },
    });
  });

  it('keeps the very same diagram while the program is edited', () => {
    const { workspace } = open();
    const before = workspace.diagram;
    workspace.setFile(PROGRAM_FILE, 'print(3)\n');
    expect(workspace.diagram).toBe(before);
  });

  describe('blocks', () => {
    it('begins fresh with an empty program, and with a text it has none', () => {
      expect(open({ 'main.py': '' }).workspace.blocks.kind).toBe('fresh');
      expect(open().workspace.blocks.kind).toBe('text-only');
    });

    it('stays in step until the text is edited', () => {
      const { workspace } = open({ 'main.py': '' });
      workspace.setBlocks(BLOCKS, 'print(5)\n');
      expect(workspace.program).toBe('print(5)\n');
      expect(workspace.blocks).toEqual({ kind: 'in-step', workspace: BLOCKS });
      workspace.setFile(PROGRAM_FILE, 'print(6)\n');
      expect(workspace.blocks.kind).toBe('text-ahead');
      workspace.setFile(PROGRAM_FILE, 'print(5)\n');
      expect(workspace.blocks.kind).toBe('in-step');
    });

    it('keeps the text that going back to the blocks replaces, and brings it back', () => {
      const { workspace } = open({ 'main.py': '' });
      workspace.setBlocks(BLOCKS, 'print(5)\n');
      workspace.setFile(PROGRAM_FILE, 'precious\n');
      workspace.returnToBlocks(BLOCKS, 'print(5)\n');
      expect(workspace.program).toBe('print(5)\n');
      workspace.setBlocks(BLOCKS, 'print(7)\n');
      workspace.bringBackText();
      expect(workspace.program).toBe('precious\n');
      expect(workspace.blocks).toEqual({ kind: 'text-ahead', workspace: BLOCKS });
    });

    it('starts with blocks in place of a text, and keeps the text', () => {
      const { workspace } = open({ 'main.py': 'precious\n' });
      workspace.startBlocks();
      expect(workspace.blocks).toEqual({ kind: 'in-step', workspace: '{}', replacedText: 'precious\n' });
      workspace.setBlocks(BLOCKS, 'print(7)\n');
      workspace.bringBackText();
      expect(workspace.program).toBe('precious\n');
    });

    it('takes a damaged blocks file for none', () => {
      expect(open({ [BLOCKS_FILE]: '{"version": 1' }).workspace.blocks.kind).toBe('text-only');
      expect(open({ [BLOCKS_FILE]: '{"version": 1, "python": 3}' }).workspace.blocks.kind).toBe('text-only');
    });
  });
});
