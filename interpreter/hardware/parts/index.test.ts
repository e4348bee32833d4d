import { describe, expect, test } from 'vitest';
import { createBench } from '../testing/bench.ts';
import { parts } from './index.ts';

describe.each(parts.map((part) => [part.definition.type, part] as const))(
  'part type %s',
  (_type, { definition }) => {
    test('is fully described', () => {
      expect(definition.type).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(definition.source.length).toBeGreaterThan(10);
      expect(definition.description).toMatch(/\.$/);
      for (const pin of definition.pins) expect(pin.description, pin.name).toBeTruthy();
      for (const control of definition.controls) {
        if (control.kind !== 'range') continue;
        expect(control.default).toBeGreaterThanOrEqual(control.min);
        expect(control.default).toBeLessThanOrEqual(control.max);
        expect(control.step).toBeGreaterThan(0);
      }
      for (const { name, default: value, options } of definition.attributes) {
        if (options) expect(options, name).toContain(value);
      }
      const names = definition.pins.map(({ name }) => name);
      for (const ours of Object.values(definition.wokwiPins ?? {})) expect(names).toContain(ours);
    });

    test('works with no wire at all, and its snapshot has exactly the declared names', () => {
      const bench = createBench({ parts: [{ id: 'it', type: definition.type }] });
      expect(Object.keys(bench.state('it')).sort()).toEqual(definition.state.map(({ name }) => name).sort());
      for (const value of Object.values(bench.state('it'))) expect(value).not.toBeNaN();
      for (const control of definition.controls) {
        bench.board.setControl('it', control.name, control.kind === 'range' ? control.max : true);
      }
      bench.advance(1_000_000_000);
      bench.board.dispose();
      expect(bench.clock.nextDue()).toBeUndefined();
    });
  },
);

test('part types are unique', () => {
  const types = parts.map(({ definition }) => definition.type);
  expect(new Set(types).size).toBe(types.length);
});
