/** A small bench for tests: a heat sensor, a pump and an LED on the made-up board, in a made-up world. */

import type { Catalog, PartDefinition } from '#interpreter/diagram/catalog.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { FAKE_BOARD } from '#interpreter/diagram/fake-catalog.ts';
import { Bench } from '../bench.ts';

function part(type: string, pins: PartDefinition['pins'], state: PartDefinition['state']): PartDefinition {
  return { type, name: type, description: '', pins, attributes: [], controls: [], state, source: 'made up' };
}

export const TEST_CATALOG: Catalog = {
  boards: [FAKE_BOARD],
  parts: [
    {
      ...part('dial', [{ name: 'SIG', role: 'output' }], [{ name: 'turn', label: 'Turn', unit: '%' }]),
      controls: [
        { kind: 'range', name: 'turn', label: 'Turn', unit: '%', min: 0, max: 100, step: 1, default: 50 },
      ],
    },
    part('pump', [{ name: 'IN', role: 'input' }], [{ name: 'on', label: 'On' }]),
  ],
  worlds: [
    {
      type: 'room',
      name: 'Room',
      description: '',
      variables: [{ name: 'heat', label: 'Heat', unit: '°C', min: -50, max: 100, resolution: 0.1 }],
      controls: [
        { kind: 'range', name: 'heat', label: 'Heat', unit: '°C', min: -50, max: 100, step: 1, default: 20 },
        { kind: 'switch', name: 'hold', label: 'Hold', default: false },
      ],
      source: 'made up',
    },
  ],
};

export const TEST_DIAGRAM: Diagram = {
  version: 1,
  board: 'test_board',
  parts: [
    { id: 'dial', type: 'dial' },
    { id: 'pump', type: 'pump', label: 'water pump' },
  ],
  connections: [
    { from: 'dial:SIG', to: 'board:34' },
    { from: 'pump:IN', to: 'board:D12' },
  ],
  world: { type: 'room' },
};

export function testBench(): Bench {
  return new Bench(TEST_DIAGRAM, TEST_CATALOG);
}
