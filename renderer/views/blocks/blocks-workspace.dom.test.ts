/** The visible workspace in jsdom: loading, announcing, marking, refusing, giving everything back. */

import * as Blockly from 'blockly/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BlocksChange, BlocksWorkspace } from './blocks-workspace.ts';

const files = import.meta.glob<string>('../../blocks/golden/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const golden = (name: string): string =>
  JSON.stringify(JSON.parse(files[`../../blocks/golden/${name}.json`] ?? ''));

/** Blockly announces changes after the next frame; a busy machine may take its time. */
const PATIENCE = { timeout: 15_000 };

let editor: BlocksWorkspace;
let changes: BlocksChange[];

/** The workspace that the editor shows. */
const shown = (): Blockly.WorkspaceSvg => Blockly.getMainWorkspace() as Blockly.WorkspaceSvg;
const block = (type: string): Blockly.BlockSvg => {
  const [found] = shown().getBlocksByType(type) as Blockly.BlockSvg[];
  if (!found) throw new Error(`no ${type} block`);
  return found;
};
const announced = (count: number): Promise<void> =>
  vi.waitFor(() => expect(changes).toHaveLength(count), PATIENCE);

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  // jsdom measures no text.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    measureText: (words: string) => ({ width: words.length * 7 }),
  } as never);
  const host = document.createElement('div');
  document.body.append(host);
  editor = new BlocksWorkspace(host, { theme: 'light', media: '/blockly-media/' });
  changes = [];
  editor.didChange((change) => changes.push(change));
});

afterEach(() => {
  editor.dispose();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the visible workspace', () => {
  it('announces a change with its Python, and nothing for loading', async () => {
    expect(editor.load(golden('greenhouse'))).toEqual([]);
    block('sleep').getInputTargetBlock('SECONDS')?.setFieldValue('5', 'NUMBER');
    await announced(1);
    expect(changes[0]?.python).toContain('    sleep(5)\n');
    expect(changes[0]?.python).toBe(editor.current()?.python);
  });

  it('does not load again what it has announced itself', async () => {
    editor.load(golden('greenhouse'));
    block('sleep').getInputTargetBlock('SECONDS')?.setFieldValue('5', 'NUMBER');
    await announced(1);
    const same = block('sleep');
    editor.load(changes[0]?.workspace);
    expect(block('sleep')).toBe(same);
  });

  it('takes a change back as one step', async () => {
    editor.load(golden('greenhouse'));
    const before = editor.current()?.workspace;
    block('if').getField('PLUS')?.showEditor();
    await announced(1);
    expect(changes[0]?.python).toContain('elif False:');
    shown().undo(false);
    await announced(2);
    expect(changes[1]?.workspace).toBe(before);
  });

  it('lights the innermost block of a line, one at a time', () => {
    editor.load(golden('greenhouse'));
    const lit = (kind: string): string[] =>
      [...document.querySelectorAll(`.pinlab-${kind}`)].map(
        (element) => element.getAttribute('data-id') ?? '',
      );
    editor.mark('running', 9);
    expect(lit('running')).toEqual([block('if').id]);
    editor.mark('running', 13);
    editor.mark('error', 9);
    expect(lit('running')).toEqual([block('sleep').id]);
    expect(lit('error')).toEqual([block('if').id]);
    editor.mark('running', undefined);
    expect(lit('running')).toEqual([]);
  });

  it('keeps drafts out of the program', async () => {
    editor.load(undefined);
    Blockly.serialization.blocks.append({ type: 'pin_toggle' }, shown());
    await announced(1);
    expect(changes[0]?.python).toBe('');
    await vi.waitFor(() => expect(block('pin_toggle').isEnabled()).toBe(false), PATIENCE);
  });

  it('keeps and names unknown blocks', () => {
    const saved = golden('unknown');
    expect(editor.load(saved)[0]).toContain('“laser_fire”');
    expect(JSON.parse(editor.current()?.workspace ?? '')).toMatchObject(JSON.parse(saved) as object);
  });

  it.each([
    ['{nope', 'not valid JSON'],
    [
      '{"blocks":{"languageVersion":0,"blocks":[{"type":"program","inputs":{"X":{"block":{"type":"number"}}}}]}}',
      'could not be built',
    ],
  ])('refuses %s with a reason, announces nothing and cannot be edited', (json, reason) => {
    editor.load(golden('greenhouse'));
    expect(editor.load(json)[0]).toContain(reason);
    editor.setReadOnly(false);
    expect(shown().isReadOnly()).toBe(true);
    expect(editor.current()).toBeUndefined();
    editor.load(golden('greenhouse'));
    editor.setReadOnly(false);
    expect(shown().isReadOnly()).toBe(false);
  });

  it('leaves nothing behind', () => {
    editor.load(golden('greenhouse'));
    editor.dispose();
    expect(document.querySelectorAll('.injectionDiv')).toHaveLength(0);
    expect(Blockly.Workspace.getAll()).toHaveLength(0);
  });
});
