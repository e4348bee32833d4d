import { describe, expect, test } from 'vitest';
import { MILLISECOND } from '#common/time/duration.ts';
import { createBench } from '../testing/bench.ts';

const WIRES = [
  ['board:GPIO4', 'btn:1'],
  ['btn:2', 'board:GND'],
] as const;

function createButton(attrs = {}, seed = 1) {
  const bench = createBench({ parts: [{ id: 'btn', type: 'push-button', attrs }], wires: WIRES, seed });
  bench.board.gpio.configure(4, { mode: 'in', pull: 'up' });
  return bench;
}

describe('push-button', () => {
  test('pulls its pin to ground while pressed', () => {
    const bench = createButton();
    const { gpio } = bench.board;
    expect(gpio.read(4)).toBe(1);
    bench.board.setControl('btn', 'pressed', true);
    expect([gpio.read(4), bench.state('btn').pressed]).toEqual([0, true]);
    bench.board.setControl('btn', 'pressed', false);
    expect([gpio.read(4), bench.state('btn').pressed]).toEqual([1, false]);
  });

  test('joins the other way too: to 3V3 with a pull-down', () => {
    const bench = createBench({
      parts: [{ id: 'btn', type: 'push-button' }],
      wires: [
        ['board:GPIO4', 'btn:2'],
        ['btn:1', 'board:3V3'],
      ],
    });
    bench.board.gpio.configure(4, { mode: 'in', pull: 'down' });
    bench.board.setControl('btn', 'pressed', true);
    expect(bench.board.gpio.read(4)).toBe(1);
  });

  test('pressing a pin that is an output high is a short circuit', () => {
    const bench = createButton();
    bench.board.gpio.configure(4, { mode: 'out', pull: 'none', value: 1 });
    bench.board.setControl('btn', 'pressed', true);
    expect(bench.notices.map(({ code }) => code)).toEqual(['short-circuit']);
    expect(bench.notices[0]?.message).toContain('board:GPIO4');
    expect(bench.notices[0]?.message).toContain('board:GND');
  });

  test('does not bounce unless asked to', () => {
    const bench = createButton();
    bench.board.setControl('btn', 'pressed', true);
    bench.advance(20 * MILLISECOND);
    expect(bench.edges.map(({ level }) => level)).toEqual([1, 0]);
  });

  test('bounces within 5 ms, by the seed, and ends where the finger is', () => {
    const press = (seed: number) => {
      const bench = createButton({ bounce: true }, seed);
      bench.board.setControl('btn', 'pressed', true);
      bench.advance(5 * MILLISECOND);
      const settled = bench.edges.length;
      bench.advance(100 * MILLISECOND);
      expect(bench.edges.length).toBe(settled);
      expect(bench.edges.at(-1)?.level).toBe(0);
      return bench.edges;
    };
    expect(press(1).length).toBeGreaterThanOrEqual(4);
    expect(press(1)).toEqual(press(1));
    expect(press(1)).not.toEqual(press(3));
  });
});
