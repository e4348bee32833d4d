/** Golden programs: blocks in golden/*.json must give exactly golden/*.py, and that must be Python. */

import { parser } from '@lezer/python';
import * as Blockly from 'blockly/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { families } from './definitions/index.ts';
import { generatePython } from './generators/python.ts';
import { registerBlocks } from './register.ts';
import { readWorkspace, writeWorkspace } from './workspace-state.ts';

const files = import.meta.glob<string>('./golden/*.{json,py}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const read = (name: string): string => files[`./golden/${name}`] ?? '';
const names = Object.keys(files)
  .filter((path) => path.endsWith('.json'))
  .map((path) => path.slice('./golden/'.length, -'.json'.length));

function load(json: string): Blockly.Workspace {
  const result = readWorkspace(json);
  if (!result.ok) throw new Error(result.reason);
  const workspace = new Blockly.Workspace();
  Blockly.serialization.workspaces.load({ ...result.state }, workspace);
  return workspace;
}

function syntaxErrors(python: string): string[] {
  const errors: string[] = [];
  parser.parse(python).iterate({
    enter: (node) => {
      if (node.type.isError) errors.push(`${node.from}: ${python.slice(node.from - 20, node.to + 20)}`);
    },
  });
  return errors;
}

beforeAll(() => registerBlocks());

describe.each(names)('golden %s', (name) => {
  it('gives the expected text', () => {
    expect(generatePython(load(read(`${name}.json`))).python).toBe(read(`${name}.py`));
  });

  it('is Python', () => {
    expect(syntaxErrors(read(`${name}.py`))).toEqual([]);
  });

  it('is saved as it was loaded, and generates the same text again', () => {
    const workspace = load(read(`${name}.json`));
    const saved = writeWorkspace(Blockly.serialization.workspaces.save(workspace));
    expect(generatePython(load(saved)).python).toBe(read(`${name}.py`));
    expect(writeWorkspace(Blockly.serialization.workspaces.save(load(saved)))).toBe(saved);
  });
});

describe('the golden programs', () => {
  it('use every block', () => {
    const all = names.map((name) => read(`${name}.json`)).join();
    const missing = families
      .flatMap(({ blocks }) => blocks.map(({ type }) => type))
      .filter((type) => !type.startsWith('unknown_') && !all.includes(`"type": "${type}"`));
    expect(missing).toEqual([]);
  });
});
