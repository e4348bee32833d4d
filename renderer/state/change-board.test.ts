import { describe, expect, it } from 'vitest';
import { ESP32_DEVKIT } from '#interpreter/boards/esp32-devkit.ts';
import { PICO } from '#interpreter/boards/pico.ts';
import type { Diagram, DiagramConnection } from '#interpreter/diagram/diagram.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { changeBoard } from './change-board.ts';

const PARTS = [
  { id: 'led', type: 'led' },
  { id: 'knob', type: 'potentiometer' },
];

function change(...wires: (readonly [string, string])[]) {
  const connections: DiagramConnection[] = wires.map(([from, to]) => ({ from, to }));
  const diagram: Diagram = { version: 1, board: ESP32_DEVKIT.id, parts: PARTS, connections };
  return changeBoard({ diagram, from: ESP32_DEVKIT, to: PICO, catalog: CATALOG });
}

describe('changeBoard', () => {
  it('moves GPIOs by number, power by name or voltage, and ground to ground', () => {
    const moved = change(
      ['led:A', 'board:D12'],
      ['board:GND.1', 'led:C'],
      ['knob:VCC', 'board:3V3'],
      ['knob:SIG', 'board:GPIO26'],
    );
    expect(moved).toMatchObject({
      ok: true,
      diagram: {
        board: 'pico',
        connections: [
          { to: 'board:GPIO12' },
          { from: 'board:GND' },
          { to: 'board:3V3' },
          { to: 'board:GPIO26' },
        ],
      },
    });
  });

  it('says which pin the other board lacks and where the wire is', () => {
    expect(change(['led:A', 'board:GPIO12'], ['knob:SIG', 'board:GPIO34'])).toMatchObject({
      ok: false,
      problems: [
        {
          message: 'The Raspberry Pi Pico has no GPIO34.',
          where: { file: 'diagram.json', path: 'connections[1]' },
        },
      ],
    });
  });

  it('refuses a sensor on a pin that cannot measure there', () => {
    expect(change(['knob:SIG', 'board:GPIO12'])).toMatchObject({
      ok: false,
      problems: [{ message: 'GPIO12 cannot measure voltages on the Raspberry Pi Pico.' }],
    });
  });

  it('refuses a pin that the other board does not lead out', () => {
    expect(change(['led:A', 'board:GPIO23'])).toMatchObject({
      ok: false,
      problems: [{ code: 'pin-missing' }],
    });
  });

  it('leaves wires between parts alone', () => {
    expect(change(['led:A', 'knob:SIG'])).toMatchObject({
      ok: true,
      diagram: { connections: [{ from: 'led:A', to: 'knob:SIG' }] },
    });
  });
});
