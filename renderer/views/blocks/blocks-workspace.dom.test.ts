/** The visible workspace in jsdom: showing programs and drafts, telling edits, marks, breakpoints, giving everything back. */

import * as Blockly from 'blockly/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Block } from '../../blocks/program/block.ts';
import { readProgram } from '../../blocks/program/read-program.ts';
import type { BlocksEdit } from '../../state/program-reader.svelte.ts';
import { BlocksWorkspace } from './blocks-workspace.ts';

/** Blockly announces changes after the next frame; a busy machine may take its time. */
const PATIENCE = { timeout: 15_000 };
const PROGRAM = `from time import sleep

while True:
    print('on')
    sleep(1)
`;

let editor: BlocksWorkspace;
let edits: BlocksEdit[];

const shown = (): Blockly.WorkspaceSvg => Blockly.getMainWorkspace() as Blockly.WorkspaceSvg;

function block(type: string): Blockly.BlockSvg {
  const [found] = shown().getBlocksByType(type) as Blockly.BlockSvg[];
  if (!found) throw new Error(`no ${type} block`);
  return found;
}

function read(text: string): readonly Block[] {
  const reading = readProgram(text);
  if (!reading.ok) throw new Error(reading.reason.message);
  return reading.view.blocks;
}

const told = (count: number): Promise<void> => vi.waitFor(() => expect(edits).toHaveLength(count), PATIENCE);
const settled = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const marked = (kind: string): (string | null)[] =>
  [...document.querySelectorAll(`.pinlab-${kind}`)].map((element) => element.getAttribute('data-id'));

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
  edits = [];
  editor.didEdit((edit) => edits.push(edit));
});

afterEach(() => {
  editor.dispose();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the visible workspace', () => {
  it('draws a long program part by part, read-only until it is whole, and goes on with what came meanwhile', async () => {
    const seen: { part: number | undefined; drawn: number; readOnly: boolean }[] = [];
    editor.didGrow((part) => {
      seen.push({ part, drawn: shown().getBlocksByType('print').length, readOnly: shown().isReadOnly() });
      if (seen.length === 2) editor.show(read('print(1)\n'.repeat(210)), '[]');
    });
    editor.show(read('print(1)\n'.repeat(200)), '[]');
    await vi.waitFor(() => expect(seen.at(-1)?.part).toBeUndefined(), PATIENCE);
    const [, first] = seen;
    expect(first?.drawn).toBeGreaterThan(0);
    expect(first?.drawn).toBeLessThan(200);
    expect(seen.slice(0, -1).every(({ readOnly }) => readOnly)).toBe(true);
    expect(seen.at(-1)).toEqual({ part: undefined, drawn: 210, readOnly: false });
    expect(edits).toEqual([]);
  });

  it('tells an edit with the statements that stay as the same objects, and nothing for showing', async () => {
    const blocks = read(PROGRAM);
    expect(editor.show(blocks, '[]')).toEqual([]);
    await settled();
    block('sleep').getInputTargetBlock('SECONDS')?.setFieldValue('5', 'NUMBER');
    await told(1);
    const [first, loop] = edits[0]?.blocks ?? [];
    expect(first).toBe(blocks[0]);
    expect(loop?.bodies['DO']?.[0]).toBe(blocks[1]?.bodies['DO']?.[0]);
    expect(loop?.bodies['DO']?.[1]?.slots['SECONDS']?.fields).toEqual({ NUMBER: '5' });
  });

  it('shows another reading with the same blocks', () => {
    editor.show(read(PROGRAM), '[]');
    const same = block('sleep');
    editor.show(read(PROGRAM.replace('sleep(1)', 'sleep(7)')), '[]');
    expect(block('sleep')).toBe(same);
    expect(same.getInputTargetBlock('SECONDS')?.getFieldValue('NUMBER')).toBe('7');
  });

  it('puts back what was not written', async () => {
    const blocks = read(PROGRAM);
    editor.show(blocks, '[]');
    block('sleep').dispose(true);
    await told(1);
    editor.show(blocks, '[]');
    expect(block('sleep').getInputTargetBlock('SECONDS')?.getFieldValue('NUMBER')).toBe('1');
    await settled();
    expect(edits).toHaveLength(1);
  });

  it('keeps drafts out of the program, and brings saved ones back', async () => {
    editor.show([], '[]');
    Blockly.serialization.blocks.append({ type: 'pin_toggle', x: 80, y: 60 }, shown());
    await told(1);
    expect(edits[0]?.blocks).toEqual([]);
    const { drafts } = edits[0] ?? { drafts: '' };
    expect(JSON.parse(drafts)).toMatchObject([{ type: 'pin_toggle', x: 80, y: 60 }]);
    await vi.waitFor(() => expect(block('pin_toggle').isEnabled()).toBe(false), PATIENCE);
    editor.show([], '[]');
    expect(shown().getBlocksByType('pin_toggle')).toEqual([]);
    editor.show([], drafts);
    expect(block('pin_toggle').isEnabled()).toBe(false);
    await settled();
    expect(edits).toHaveLength(1);
  });

  it('keeps and names unknown blocks of older projects', async () => {
    const laser = { type: 'laser_fire', id: 'l', x: 9, y: 9, extraState: { power: 3 } };
    const old = { blocks: { languageVersion: 0, blocks: [{ type: 'program' }, laser] } };
    expect(editor.show(read(PROGRAM), JSON.stringify(old))[0]).toContain('“laser_fire”');
    block('sleep').dispose(true);
    await told(1);
    expect(edits[0]?.drafts).toBe(JSON.stringify(old));
    block('unknown_statement').moveBy(5, 5);
    await told(2);
    expect(JSON.parse(edits[1]?.drafts ?? '')).toEqual([{ ...laser, x: 14, y: 14 }]);
  });

  it('names what is typed into one field as one gesture', async () => {
    editor.show(read(PROGRAM), '[]');
    const number = block('sleep').getInputTargetBlock('SECONDS');
    const type = (value: string): void => {
      const old = number?.getFieldValue('NUMBER') as string;
      Blockly.Events.disable();
      number?.setFieldValue(value, 'NUMBER');
      Blockly.Events.enable();
      const Event = Blockly.Events.BlockFieldIntermediateChange;
      if (number) Blockly.Events.fire(new Event(number, 'NUMBER', old, value));
    };
    type('12');
    await told(1);
    type('123');
    if (number) Blockly.Events.fire(new Blockly.Events.BlockChange(number, 'field', 'NUMBER', '1', '123'));
    await told(2);
    expect(edits[0]?.gesture).toBeDefined();
    expect(edits[1]?.gesture).toBe(edits[0]?.gesture);
    block('sleep').dispose(true);
    await told(3);
    expect(edits[2]?.gesture).toBeUndefined();
  });

  it('refuses what it cannot show, tells nothing then and cannot be edited', async () => {
    const blocks = read(PROGRAM);
    const odd = { ...blocks[0], id: 'odd', type: 'laser_fire' } as Block;
    expect(editor.show([...blocks, odd], '[]')[0]).toContain('could not be built');
    editor.setReadOnly(false);
    expect(shown().isReadOnly()).toBe(true);
    await settled();
    expect(edits).toEqual([]);
    expect(editor.show(blocks, '[]')).toEqual([]);
    expect(shown().isReadOnly()).toBe(false);
  });

  it('keeps marks on blocks that are drawn anew', () => {
    const blocks = read(PROGRAM);
    editor.show(blocks, '[]');
    const { id } = block('sleep');
    editor.marks.set('running', [id]);
    editor.marks.setError(id, 'It broke.');
    editor.marks.set('breakpoint', [id, 'not there']);
    expect([marked('running'), marked('error'), marked('breakpoint')]).toEqual([[id], [id], [id]]);
    expect(document.querySelectorAll('.pinlab-breakpoint-dot')).toHaveLength(1);
    expect(block('sleep').getIcon(Blockly.icons.IconType.WARNING)).toBeDefined();
    editor.show([], '[]');
    editor.show(blocks, '[]');
    expect([marked('running'), marked('error'), marked('breakpoint')]).toEqual([[id], [id], [id]]);
    editor.marks.setError(undefined);
    editor.marks.set('running', []);
    editor.marks.set('breakpoint', []);
    expect([marked('running'), marked('error'), marked('breakpoint')]).toEqual([[], [], []]);
    expect(block('sleep').getIcon(Blockly.icons.IconType.WARNING)).toBeUndefined();
    expect(document.querySelectorAll('.pinlab-breakpoint-dot')).toHaveLength(0);
  });

  it('offers a breakpoint for the statement of a block, not for drafts and the palette', () => {
    editor.show(read(PROGRAM), '[{"type":"pin_toggle","id":"draft"}]');
    const toggled: string[] = [];
    editor.didToggleBreakpoint((id) => toggled.push(id));
    const item = Blockly.ContextMenuRegistry.registry.getItem('pinlab_breakpoint');
    const offer = (target: Blockly.BlockSvg | null | undefined): unknown =>
      item?.preconditionFn?.({ block: target } as never, new Event('x'));
    const value = block('sleep').getInputTargetBlock('SECONDS') as Blockly.BlockSvg;
    expect([offer(value), offer(block('pin_toggle')), offer(block('program'))]).toEqual([
      'enabled',
      'hidden',
      'hidden',
    ]);
    item?.callback?.({ block: value } as never, new Event('x'), new Event('x'), {} as never);
    expect(toggled).toEqual([block('sleep').id]);
  });

  it('keeps no history of its own', async () => {
    editor.show(read(PROGRAM), '[]');
    block('sleep').dispose(true);
    await told(1);
    shown().undo(false);
    expect(shown().getBlocksByType('sleep')).toEqual([]);
  });

  it('leaves nothing behind', () => {
    editor.show(read(PROGRAM), '[]');
    editor.dispose();
    expect(document.querySelectorAll('.injectionDiv')).toHaveLength(0);
    expect(Blockly.Workspace.getAll()).toHaveLength(0);
  });
});
