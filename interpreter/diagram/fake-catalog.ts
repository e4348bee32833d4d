/** A small catalog for tests: one made-up board and a handful of part types. Never used by the product. */

import type { BoardDefinition, Catalog, PartDefinition, PartPinDefinition } from './catalog.ts';

export const FAKE_BOARD: BoardDefinition = {
  id: 'test_board',
  name: 'Test Board',
  aliases: ['wokwi-test-board', 'testy'],
  port: 'esp32',
  machine: 'Test',
  platform: 'esp32',
  apiBoard: 'none',
  description: 'A board for tests.',
  logicVolts: 3.3,
  cpuFrequency: 1_000_000,
  heapBytes: 100_000,
  statementCost: 10_000,
  adc: { bits: 12, referenceVolts: 3.3, attenuations: [] },
  pwm: { minFrequency: 1, maxFrequency: 1000, dutyBits: 16 },
  pins: [
    { name: 'GND', aliases: ['GND.1', 'GND.2'], role: 'ground' },
    { name: '3V3', aliases: ['3V3.1'], role: 'power', volts: 3.3 },
    { name: '5V', aliases: ['VIN'], role: 'power', volts: 5 },
    { name: 'GPIO6', aliases: ['6'], role: 'gpio', gpio: 6, brokenOut: false },
    { name: 'GPIO12', aliases: ['D12', '12'], role: 'gpio', gpio: 12 },
    { name: 'GPIO13', aliases: ['D13', '13'], role: 'gpio', gpio: 13 },
    {
      name: 'GPIO34',
      aliases: ['D34', '34'],
      role: 'gpio',
      gpio: 34,
      output: false,
      adc: { unit: 1, channel: 6 },
    },
  ],
  bootImports: [],
};

function part(type: string, pins: readonly string[], more: Partial<PartDefinition> = {}): PartDefinition {
  return {
    type,
    name: type,
    description: 'For tests.',
    pins: pins.map(pin),
    attributes: [],
    controls: [],
    state: [],
    source: 'made up',
    ...more,
  };
}

/** `VCC=power` to a pin definition. */
function pin(text: string): PartPinDefinition {
  const [name = '', role = ''] = text.split('=');
  return { name, role: role as PartPinDefinition['role'] };
}

export const FAKE_CATALOG: Catalog = {
  boards: [FAKE_BOARD],
  parts: [
    part('led', ['A=input', 'C=passive'], {
      wokwiType: 'wokwi-led',
      attributes: [
        { name: 'color', label: 'Color', type: 'string', default: 'red', options: ['red', 'green', 'blue'] },
        { name: 'brightness', label: 'Brightness', type: 'number', default: 1 },
      ],
    }),
    part('push-button', ['1.l=passive', '2.l=passive', '1.r=passive', '2.r=passive'], {
      wokwiType: 'wokwi-pushbutton',
    }),
    part('potentiometer', ['GND=ground', 'SIG=output', 'VCC=power'], { wokwiType: 'wokwi-potentiometer' }),
    part('relay', ['VCC=power', 'GND=ground', 'IN=input'], { wokwiType: 'wokwi-relay-module' }),
    part('dht22', ['VCC=power', 'SDA=bidirectional', 'NC=passive', 'GND=ground'], {
      wokwiType: 'wokwi-dht22',
      wokwiPins: { DATA: 'SDA' },
    }),
    part('pump', ['IN=input']),
  ],
  worlds: [
    {
      type: 'greenhouse',
      name: 'Greenhouse',
      description: 'For tests.',
      variables: [],
      controls: [
        { kind: 'range', name: 'air', label: 'Air', unit: '°C', min: -10, max: 50, step: 1, default: 20 },
        { kind: 'switch', name: 'rain', label: 'Rain', default: false },
      ],
      source: 'made up',
    },
  ],
};
