import { describe, expect, it } from 'vitest';
import { BOARDS } from '#interpreter/boards/index.ts';
import { findBoardPin } from '#interpreter/diagram/lookup.ts';
import { parts } from '#interpreter/hardware/parts/index.ts';
import { attributesOf, boardView, controlValuesOf, partView } from './index.ts';

describe('part views', () => {
  const unknown = partView('no-such-part').component;

  it.each(parts.map(({ definition }) => [definition.type, definition] as const))(
    '%s has a drawing with exactly the pins of its definition',
    (type, definition) => {
      const view = partView(type);
      const { pins, width, height } = view.geometry(definition, []);
      expect(view.component).not.toBe(unknown);
      expect(new Set(pins.map((pin) => pin.name))).toEqual(new Set(definition.pins.map((pin) => pin.name)));
      for (const { x, y } of pins) {
        expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
      }
    },
  );

  it('gives a part without a definition the pins that its wires name', () => {
    expect(
      partView('laser')
        .geometry(undefined, ['BEAM', 'GND'])
        .pins.map((pin) => pin.name),
    ).toEqual(['BEAM', 'GND']);
  });

  it('does not take names that every object has for parts', () => {
    expect(partView('constructor').component).toBe(unknown);
  });

  it('fills in defaults of attributes and controls', () => {
    const led = parts.find(({ definition }) => definition.type === 'led')?.definition;
    expect(attributesOf({ id: 'a', type: 'led' }, led)['color']).toBe('red');
    expect(attributesOf({ id: 'a', type: 'led', attrs: { color: 'blue' } }, led)['color']).toBe('blue');
    const pot = parts.find(({ definition }) => definition.type === 'potentiometer')?.definition;
    expect(controlValuesOf(pot?.controls)).toEqual({ position: 0 });
    expect(controlValuesOf(pot?.controls, { position: 30 })).toEqual({ position: 30 });
  });
});

describe('board views', () => {
  const unknown = boardView(undefined).component;

  it.each(BOARDS.map((board) => [board.id, board] as const))(
    '%s is drawn, and the board knows every pin drawn',
    (_, board) => {
      const view = boardView(board);
      expect(view.component).not.toBe(unknown);
      for (const pin of view.geometry(board).pins)
        expect(findBoardPin(board, pin.name), pin.name).toBeDefined();
    },
  );

  it.each(BOARDS.map((board) => [board.id, board] as const))(
    '%s shows every GPIO that has a hole',
    (_, board) => {
      const drawn = boardView(board)
        .geometry(board)
        .pins.map((pin) => findBoardPin(board, pin.name)?.name);
      const wanted = board.pins
        .filter((pin) => pin.role === 'gpio' && pin.brokenOut !== false)
        .map((pin) => pin.name);
      expect(wanted.filter((name) => !drawn.includes(name))).toEqual([]);
    },
  );

  it('puts the pins of the Pico at the pitch of its data sheet', () => {
    const pico = BOARDS.find((board) => board.id === 'pico');
    const pins = boardView(pico).geometry(pico).pins;
    const at = (name: string): { x: number; y: number } =>
      pins.find((pin) => pin.name === name) ?? { x: NaN, y: NaN };
    expect(at('GP1').y - at('GP0').y).toBeCloseTo(9.6);
    expect(at('VBUS').x - at('GP0').x).toBeCloseTo(67.2);
    expect(at('GP15').y).toBeCloseTo(at('GP16').y);
  });
});
