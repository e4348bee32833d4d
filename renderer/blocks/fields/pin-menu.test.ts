import * as Blockly from 'blockly/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerBlocks } from '../register.ts';
import { FieldPin } from './field-pin.ts';
import { type PinChoice, setPinChoices } from './pin-menu.ts';

beforeAll(() => registerBlocks());

const PINS: readonly PinChoice[] = [
  { label: 'pump, GPIO12', gpio: 12, wired: true, output: true, adc: true },
  { label: 'thermometer, GPIO34', gpio: 34, wired: true, output: false, adc: true },
  { label: 'GPIO5', gpio: 5, wired: false, output: true, adc: false },
  { label: 'GPIO6', gpio: 6, wired: false, output: true, adc: false, caution: true },
  { label: 'GPIO25', gpio: 25, wired: false, output: true, adc: false, builtIn: true },
];

function pinIn(type: string, fields: Record<string, string>, pin: string): { field: FieldPin } {
  const workspace = new Blockly.Workspace();
  setPinChoices(workspace, PINS);
  const block = Blockly.serialization.blocks.append(
    { type, fields, inputs: { PIN: { shadow: { type: 'pin_number', fields: { PIN: pin } } } } },
    workspace,
  );
  const field = block.getInputTargetBlock('PIN')?.getField('PIN');
  if (!(field instanceof FieldPin)) throw new Error('no pin field');
  return { field };
}

/** The menu of the pin in a block's slot: labels, `-` for a line between groups. */
function menuIn(type: string, fields: Record<string, string> = {}, pin = '12'): string[] {
  const { field } = pinIn(type, fields, pin);
  return field.getOptions(false).map((option) => (option === 'separator' ? '-' : String(option[0])));
}

describe('the menu of pins', () => {
  it('begins with what is wired, then the other pins of the board', () => {
    expect(menuIn('pin_new', { MODE: 'IN' })).toEqual([
      'pump, GPIO12',
      'thermometer, GPIO34',
      '-',
      'GPIO5',
      'LED on the board',
      '-',
      'GPIO6 (used by the board)',
    ]);
  });

  it('puts input-only pins last where the pin is driven', () => {
    expect(menuIn('pin_new', { MODE: 'OUT' })).toContain('thermometer, GPIO34 (input only)');
    expect(menuIn('pwm_new').slice(0, 2)).toEqual(['pump, GPIO12', '-']);
  });

  it('offers pins that measure for an analog input', () => {
    const menu = menuIn('adc_new');
    expect(menu.slice(0, 3)).toEqual(['pump, GPIO12', 'thermometer, GPIO34', '-']);
    expect(menu).toContain('GPIO5 (cannot measure)');
  });

  it('shows the name of the chosen pin without the warning', () => {
    const { field } = pinIn('pin_new', { MODE: 'OUT' }, '6');
    expect(field.getText()).toBe('GPIO6');
    field.setValue("'LED'");
    expect(field.getText()).toBe('LED on the board');
  });

  it('keeps a pin that the board does not have', () => {
    expect(menuIn('pin_new', { MODE: 'IN' }, '40')).toContain('GPIO40');
    expect(menuIn('pin_new', { MODE: 'IN' }, 'LED_PIN')).toContain('LED_PIN');
  });
});
