import { expect, it } from 'vitest';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { wiringList } from './wiring-list.ts';

it('names parts by their labels, and pins as they are printed', () => {
  const list = wiringList(
    {
      version: 1,
      board: 'esp32_devkit',
      parts: [
        { id: 'pump', type: 'relay', label: 'water pump' },
        { id: 'r1', type: 'resistor' },
      ],
      connections: [
        { from: 'board:12', to: 'pump:IN' },
        { from: 'pump:VCC', to: 'board:3V3' },
        { from: 'pump:IN', to: 'r1:1' },
      ],
    },
    CATALOG,
  );
  expect(list).toMatchObject([
    { from: { part: 'water pump', pin: 'IN' }, to: { pin: 'GPIO12', printed: 'D12' } },
    { from: { part: 'water pump', pin: 'VCC' }, to: { pin: '3V3' } },
    { from: { part: 'water pump', pin: 'IN' }, to: { part: 'Resistor', pin: '1' } },
  ]);
  expect(list[0]?.caution).toContain('power-on');
  expect(list[1]).not.toHaveProperty('caution');
});
