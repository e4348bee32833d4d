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

  it('stores drafts and breakpoints beside the program, and nothing where there are none', async () => {
    const { host, workspace } = open();
    workspace.document.edit({ changes: [], drafts: '[{"type":"print"}]' });
    workspace.document.toggleBreakpoint(1);
    expect(workspace.saveStatus).toBe('unsaved');
    await workspace.flush();
    const { files } = await host.readProject('p1');
    expect(Object.keys(files).sort()).toEqual([
      'main.blocks.json',
      'main.breakpoints.json',
      'main.py',
      'notes.txt',
    ]);
    const again = open(files).workspace.document;
    expect([again.drafts, again.breakpoints]).toEqual(['[{"type":"print"}]', [1]]);
    workspace.document.edit({ changes: [], drafts: '[]' });
    workspace.document.toggleBreakpoint(1);
    expect(Object.keys(workspace.files).sort()).toEqual(['main.py', 'notes.txt']);
  });

  it('hands on the blocks of an older project as they are', () => {
    const blocks = { blocks: { languageVersion: 0, blocks: [{ type: 'program' }, { type: 'print' }] } };
    const file = JSON.stringify({ version: 1, python: '9-x', workspace: blocks });
    const { workspace } = open({ [BLOCKS_FILE]: file });
    expect(JSON.parse(workspace.document.drafts)).toEqual(blocks);
    workspace.setFile(PROGRAM_FILE, 'print(2)\n');
    expect(workspace.files[BLOCKS_FILE]).toBe(file);
  });

  it.each(['{"version": 1', '{"version": 1, "workspace": 3}', '[]', '{"version": 9, "drafts": [{}]}'])(
    'takes %s for no drafts, and leaves it alone',
    (damaged) => {
      const { workspace } = open({ [BLOCKS_FILE]: damaged, 'main.breakpoints.json': damaged });
      expect([workspace.document.drafts, workspace.document.breakpoints]).toEqual(['[]', []]);
      workspace.setFile(PROGRAM_FILE, 'print(2)\n');
      expect(workspace.files[BLOCKS_FILE]).toBe(damaged);
    },
  );

  it('replaces the program so that undo brings it back', () => {
    const { workspace } = open();
    workspace.replaceFiles({ 'main.py': 'start\n' });
    expect(workspace.files).toEqual({ 'main.py': 'start\n' });
    workspace.document.undo();
    expect(workspace.program).toBe('print(1)\n');
  });
});
