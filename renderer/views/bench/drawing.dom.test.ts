import { describe, expect, it } from 'vitest';
import { BOARDS } from '#interpreter/boards/index.ts';
import type { Diagram, DiagramPart } from '#interpreter/diagram/diagram.ts';
import { parts } from '#interpreter/hardware/parts/index.ts';
import { drawBench, type BenchDrawing } from './drawing.ts';
import { overlaps } from './geometry.ts';
import { withName } from './placement.ts';

const CATALOG = { boards: BOARDS, parts: parts.map(({ definition }) => definition), worlds: [] };
const TYPES = CATALOG.parts.map((part) => part.type);

function diagram(
  board: string,
  some: readonly DiagramPart[],
  wires: readonly (readonly [string, string])[] = [],
): Diagram {
  return { version: 1, board, parts: some, connections: wires.map(([from, to]) => ({ from, to })) };
}

function expectNothingOverlaps(drawing: BenchDrawing): void {
  const all = [drawing.board.placement, ...drawing.parts.map((part) => part.placement)];
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1))
      expect(overlaps(withName(a), withName(b)), `${a.id} and ${b.id}`).toBe(false);
  });
}

describe('drawBench', () => {
  it('finds a free place for every part that has none', () => {
    const drawing = drawBench(
      diagram(
        'pico',
        TYPES.map((type) => ({ id: type, type })),
      ),
      CATALOG,
    );
    expect(drawing.parts).toHaveLength(TYPES.length);
    expectNothingOverlaps(drawing);
  });

  it('keeps positions that the diagram gives, and moves the board where they need its place', () => {
    const drawing = drawBench(
      diagram('pico', [
        { id: 'led', type: 'led', x: 20, y: 30 },
        { id: 'pot', type: 'potentiometer' },
      ]),
      CATALOG,
    );
    expect(drawing.parts[0]?.placement).toMatchObject({ x: 20, y: 30 });
    expectNothingOverlaps(drawing);
  });

  it('turns a part and its pins with it', () => {
    const [servo] = drawBench(
      diagram('pico', [{ id: 's', type: 'servo', x: 200, y: 0, rotate: 90 }]),
      CATALOG,
    ).parts;
    expect(servo?.placement).toMatchObject({ width: 120, height: 170 });
    // Its plug points left; a quarter turn clockwise points it up.
    for (const pin of servo?.placement.pins ?? []) expect(pin.y).toBeCloseTo(0);
  });

  it('joins wires to the printed pins of either board, whatever alias the diagram uses', () => {
    for (const [board, pin] of [
      ['esp32_devkit', 'GPIO12'],
      ['esp32_devkit', 'D12'],
      ['pico', '12'],
      ['pico', 'GP12'],
    ] as const) {
      const drawing = drawBench(
        diagram(board, [{ id: 'led', type: 'led' }], [['led:A', `board:${pin}`]]),
        CATALOG,
      );
      const wire = drawing.wires[0];
      expect(wire?.name).toBe('GPIO12 → LED A');
      expect(wire?.boardPin).toBe('GPIO12');
      const printed = drawing.board.placement.pins.find(
        (each) => each.name === (board === 'pico' ? 'GP12' : 'D12'),
      );
      expect(wire?.points.at(-1)).toMatchObject({ x: printed?.x, y: printed?.y });
    }
  });

  it('colors by role: power, ground, and one color for each signal', () => {
    const drawing = drawBench(
      diagram(
        'esp32_devkit',
        [
          { id: 'relay', type: 'relay', label: 'pump' },
          { id: 'pot', type: 'potentiometer' },
        ],
        [
          ['relay:VCC', 'board:VIN'],
          ['relay:GND', 'board:GND'],
          ['relay:IN', 'board:GPIO12'],
          ['pot:SIG', 'board:GPIO34'],
          ['pot:VCC', 'board:3V3'],
        ],
      ),
      CATALOG,
    );
    expect(drawing.wires.map((wire) => wire.role)).toEqual(['power', 'ground', 'signal', 'signal', 'power']);
    expect(drawing.wires[2]?.color).not.toBe(drawing.wires[3]?.color);
    expect(drawing.wires[2]?.name).toBe('GPIO12 → pump IN');
  });

  it('uses the nearest of several ground pins', () => {
    const drawing = drawBench(
      diagram('pico', [{ id: 'far', type: 'led', x: 300, y: 180 }], [['far:C', 'board:GND']]),
      CATALOG,
    );
    const { placement } = drawing.board;
    expect(drawing.wires[0]?.points.at(-1)?.x).toBeGreaterThan(placement.x + placement.width / 2);
  });

  it('draws boards and parts that nobody knows, and leaves out wires that lead nowhere', () => {
    const drawing = drawBench(
      diagram(
        'moon_board',
        [{ id: 'x', type: 'laser' }],
        [
          ['x:BEAM', 'board:GPIO1'],
          ['ghost:A', 'x:BEAM'],
          ['nonsense', ''],
        ],
      ),
      CATALOG,
    );
    expect(drawing.board.name).toBe('moon_board');
    expect(drawing.parts).toHaveLength(1);
    expect(drawing.wires).toEqual([]);
  });
});
