import { describe, expect, it } from 'vitest';
import { BOARDS } from '#interpreter/boards/index.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { programPins } from './program-pins.ts';

const catalog = { ...CATALOG, boards: BOARDS };
const diagram = (board: string, gpio: string): Diagram => ({
  version: 1,
  board,
  parts: [{ id: 'lamp', type: 'led', label: 'lamp', x: 0, y: 0 }],
  connections: [{ from: 'lamp:A', to: `board:${gpio}` }],
});

describe('programPins', () => {
  it('begins with what is wired, and has each pin of the board once', () => {
    const pins = programPins(diagram('pico', 'GPIO15'), catalog);
    expect(pins[0]).toMatchObject({ label: 'lamp, GPIO15', gpio: 15, wired: true });
    expect(pins.filter(({ gpio }) => gpio === 15)).toHaveLength(1);
    expect(pins.filter(({ builtIn }) => builtIn).map(({ gpio }) => gpio)).toEqual([25]);
    expect(pins.some(({ gpio }) => gpio === 23)).toBe(false);
  });

  it('tells what a pin can do', () => {
    const pins = programPins(diagram('esp32_devkit', 'GPIO34'), catalog);
    expect(pins.find(({ gpio }) => gpio === 34)).toMatchObject({ output: false, adc: true, wired: true });
    expect(pins.find(({ gpio }) => gpio === 12)).toMatchObject({ output: true, caution: true, wired: false });
  });

  it('knows no pins of an unknown board', () => {
    expect(programPins(diagram('abacus', 'GPIO1'), catalog)).toEqual([]);
  });
});
