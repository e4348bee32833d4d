/** The blocks in a workspace without a window: slots that come and go, names, texts, and the Python of new blocks. */

import * as Blockly from 'blockly/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { families } from './definitions/index.ts';
import { PROGRAM_TYPE } from './definitions/program.ts';
import { FieldPin } from './fields/field-pin.ts';
import { setPinChoices } from './fields/pin-menu.ts';
import { isBody } from './block-spec.ts';
import { en } from './messages/en.ts';
import { readProgramBlocks } from './program/blockly-state.ts';
import { readProgram } from './program/read-program.ts';
import { writeProgram } from './program/write-program.ts';
import { registerBlocks } from './register.ts';
import type { Preset } from './toolbox/entry.ts';

const SOURCES = import.meta.glob<string>(
  ['./**/*.ts', '!./messages/en.ts', '../views/blocks/*.{ts,svelte}'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

beforeAll(() => registerBlocks());

/** A block below the program block, where it fits there. */
function build(preset: Preset): { workspace: Blockly.Workspace; block: Blockly.Block } {
  const workspace = new Blockly.Workspace();
  const program = workspace.newBlock(PROGRAM_TYPE);
  const block = Blockly.serialization.blocks.append(structuredClone(preset) as never, workspace);
  if (block.previousConnection) program.nextConnection?.connect(block.previousConnection);
  return { workspace, block };
}

/** The program of a workspace, as a new file. */
function textOf(workspace: Blockly.Workspace): string {
  const empty = readProgram('');
  if (!empty.ok) throw new Error(empty.reason.message);
  return writeProgram(empty.view, readProgramBlocks(workspace, new Map())).text;
}

function press(block: Blockly.Block, button: string): void {
  const field = block.getField(button);
  if (!field) throw new Error(`no button ${button}`);
  field.showEditor();
}

describe('slots that come and go', () => {
  it('adds a slot of the same kind and takes it away, both undoable', () => {
    const print: Preset = {
      type: 'print',
      extraState: { items: 1 },
      inputs: { ITEM0: { shadow: { type: 'text', fields: { TEXT: 'a' } } } },
    };
    const { workspace, block } = build(print);
    press(block, 'PLUS');
    expect(textOf(workspace)).toBe("print('a', 'a')\n");
    press(block, 'MINUS');
    press(block, 'MINUS');
    expect(textOf(workspace)).toBe('print()\n');
  });

  it('gives an if block an else, then else-ifs in front of it, and removes the right branch', () => {
    const { workspace, block } = build({ type: 'if' });
    for (let n = 0; n < 3; n++) press(block, 'PLUS');
    expect(
      block.inputList.map(({ name }) => name).filter((name) => /^(IF\d|DO\d|ELSE|BUTTONS)$/.test(name)),
    ).toEqual(['IF0', 'DO0', 'IF1', 'DO1', 'IF2', 'DO2', 'ELSE', 'BUTTONS']);
    for (const [slot, type] of [
      ['DO1', 'forever'],
      ['DO2', 'pin_toggle'],
    ] as const) {
      const inside = Blockly.serialization.blocks.append({ type }, workspace);
      if (inside.previousConnection) block.getInput(slot)?.connection?.connect(inside.previousConnection);
    }
    press(block, 'MINUS_IF1');
    expect(block.getInputTargetBlock('DO1')?.type).toBe('pin_toggle');
    expect(block.getInput('IF2')).toBeNull();
    press(block, 'MINUS_ELSE_LABEL');
    expect(textOf(workspace)).toMatch(/^if False:\n {4}pass\nelif False:\n {4}led.toggle\(\)\n/);
  });

  it('loads else-ifs in front of the else', () => {
    const { block } = build({ type: 'if', extraState: { elifs: 1, otherwise: true } });
    const names = block.inputList.map(({ name }) => name);
    expect(names.indexOf('IF1')).toBeLessThan(names.indexOf('ELSE'));
    expect(names.at(-1)).toBe('BUTTONS');
  });
});

describe('fields', () => {
  it('keep the last valid name', () => {
    const { block } = build({ type: 'name', fields: { NAME: 'led' } });
    block.setFieldValue('my led', 'NAME');
    block.setFieldValue('for', 'NAME');
    expect(block.getFieldValue('NAME')).toBe('my_led');
  });

  it('show wired pins by name and keep pins that no menu knows', () => {
    const { workspace, block } = build({ type: 'pin_number', fields: { PIN: '12' } });
    const field = block.getField('PIN');
    if (!(field instanceof FieldPin)) throw new Error('no pin field');
    expect(field.getText()).toBe('GPIO12');
    setPinChoices(workspace, [{ label: 'temperature sensor, GPIO12', gpio: 12 }]);
    field.refresh();
    expect(field.getText()).toBe('tempera…, GPIO12');
    field.setValue('LED_PIN');
    expect(textOf(workspace)).toBe('');
    expect(block.getFieldValue('PIN')).toBe('LED_PIN');
  });
});

describe('texts', () => {
  it('are message keys, all of them used', () => {
    const sources = Object.values(SOURCES).join('\n');
    expect(Object.keys(en).filter((key) => !sources.includes(`'${key}'`))).toEqual([]);
  });

  it('have a place for every field and slot', () => {
    for (const { type } of families.flatMap(({ blocks }) => blocks)) {
      const { block } = build({ type });
      expect(block.getTooltip(), type).not.toContain('BKY_');
      expect(block.toString(), type).not.toContain('BKY_');
    }
  });

  it('call every body slot DO… or ELSE', () => {
    const { block } = build({ type: 'if', extraState: { elifs: 1, otherwise: true } });
    for (const input of block.inputList) {
      expect(isBody(input.name)).toBe(input.type === Blockly.inputs.inputTypes.STATEMENT);
    }
    for (const { type } of families.flatMap(({ blocks }) => blocks)) {
      for (const input of build({ type }).block.inputList) {
        expect(isBody(input.name), type).toBe(input.type === Blockly.inputs.inputTypes.STATEMENT);
      }
    }
  });
});

describe('the text of new blocks', () => {
  it('has the imports that they need', () => {
    const { workspace } = build({ type: 'forever', inputs: { DO: { block: { type: 'sleep' } } } });
    expect(textOf(workspace)).toBe('from time import sleep\n\nwhile True:\n    sleep(1)\n');
  });
});
