import { describe, expect, it } from 'vitest';
import { BOARDS } from '#interpreter/boards/index.ts';
import type { PartDefinition } from '#interpreter/diagram/catalog.ts';
import { parts } from '#interpreter/hardware/parts/index.ts';
import { partLabel, pinTitle, rangeWords, stateRows, valueWords } from './words.ts';

function definition(type: string): PartDefinition | undefined {
  return parts.find((part) => part.definition.type === type)?.definition;
}

describe('words for parts', () => {
  it('say name, kind and the state that matters most', () => {
    expect(partLabel('water pump', definition('relay'), { on: true, load: 'pump' })).toBe(
      'water pump, relay with load: on',
    );
    expect(partLabel('start', definition('push-button'), { pressed: false })).toBe(
      'start, push button: not pressed',
    );
    expect(partLabel('Servo', definition('servo'), { angle: 45, target: 90 })).toBe('Servo: 45°');
    expect(partLabel('x', undefined, undefined)).toBe('x');
  });

  it('list what the snapshot tells, with units, and nothing else', () => {
    expect(stateRows(definition('push-button'), { pressed: true })).toEqual([
      { label: 'Pressed', value: 'yes' },
    ]);
    expect(stateRows(definition('servo'), { angle: 12.3456 })).toEqual([{ label: 'Angle', value: '12.35°' }]);
    expect(stateRows(definition('servo'), undefined)).toEqual([]);
  });
});

describe('words for values', () => {
  it('put a unit behind a number', () => {
    expect(valueWords(31.204, '°C')).toBe('31.2 °C');
    expect(valueWords(true)).toBe('on');
  });

  it('round a slider to its step and show the time of day as a clock', () => {
    const range = {
      kind: 'range',
      name: 'x',
      label: 'X',
      unit: '%',
      min: 0,
      max: 100,
      step: 0.1,
      default: 0,
    } as const;
    expect(rangeWords(range, 0.30000000000000004)).toBe('0.3 %');
    expect(rangeWords({ ...range, name: 'timeOfDay', unit: 'h', step: 0.25 }, 14.33)).toBe('14:15');
  });
});

describe('words for pins', () => {
  const esp32 = BOARDS.find((board) => board.id === 'esp32_devkit');

  it('say the name for programs, what is printed, and any caution', () => {
    expect(pinTitle(esp32, 'D13')).toBe('GPIO13 (D13)');
    expect(pinTitle(esp32, 'GND.1')).toBe('GND');
    expect(pinTitle(esp32, 'D12')).toMatch(/^GPIO12 \(D12\)\. GPIO12 must be low/);
    expect(pinTitle(undefined, 'D12')).toBe('D12');
  });
});
