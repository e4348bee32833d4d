import { describe, expect, it } from 'vitest';
import { BOARDS } from '#interpreter/boards/index.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { parts } from '#interpreter/hardware/parts/index.ts';
import { drawBench } from './drawing.ts';
import { tagPins } from './pin-tags.ts';

const CATALOG = { boards: BOARDS, parts: parts.map(({ definition }) => definition), worlds: [] };

function tagsOf(wires: readonly (readonly [string, string])[], scale = 1): ReturnType<typeof tagPins> {
  const diagram: Diagram = {
    version: 1,
    board: 'esp32_devkit',
    parts: [
      { id: 'a', type: 'led' },
      { id: 'b', type: 'led' },
    ],
    connections: wires.map(([from, to]) => ({ from, to })),
  };
  return tagPins(drawBench(diagram, CATALOG), scale);
}

describe('tagPins', () => {
  it('names signal pins only, towards the middle of the board', () => {
    const tags = tagsOf([
      ['a:A', 'board:GPIO12'],
      ['a:C', 'board:GND'],
      ['b:A', 'board:D4'],
    ]);
    expect(tags.map(({ pin, towards }) => [pin, towards])).toEqual([
      ['GPIO4', 'left'],
      ['GPIO12', 'right'],
    ]);
  });

  it('names a pin with two wires once', () => {
    const tags = tagsOf([
      ['a:A', 'board:GPIO12'],
      ['b:A', 'board:GPIO12'],
    ]);
    expect(tags.map(({ pin }) => pin)).toEqual(['GPIO12']);
  });

  it('moves the tags of neighboring pins apart on a small drawing', () => {
    const [first, second] = tagsOf(
      [
        ['a:A', 'board:GPIO14'],
        ['b:A', 'board:GPIO12'],
      ],
      0.5,
    );
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThanOrEqual(13);
  });
});
