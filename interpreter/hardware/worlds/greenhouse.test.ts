import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#common/time/duration.ts';
import { createRandom } from '#common/random/random.ts';
import { VirtualClock } from '../../clock/virtual-clock.ts';
import { createBench } from '../testing/bench.ts';
import { greenhouse } from './greenhouse.ts';

function createWorld(settings: Readonly<Record<string, number | boolean>> = {}, seed = 1) {
  const clock = new VirtualClock();
  const world = greenhouse.create({ clock, random: createRandom(seed, 'world'), changed: () => undefined });
  for (const control of greenhouse.definition.controls) {
    world.set(control.name, settings[control.name] ?? control.default);
  }
  const read = (name: string) => world.read(name) ?? NaN;
  return { world, read, advance: (duration: number) => clock.advanceTo(clock.now() + duration) };
}

describe('greenhouse', () => {
  test.each([
    { outsideTemperature: -10, cloudCover: 100, drive: 1 },
    { outsideTemperature: 45, cloudCover: 0, drive: 0 },
  ])('publishes what it declares, inside the declared ranges: $outsideTemperature degrees', (weather) => {
    const { outsideTemperature, cloudCover, drive } = weather;
    const { world, advance } = createWorld({
      outsideTemperature,
      cloudCover,
      airTemperature: outsideTemperature,
    });
    for (const name of ['pump', 'heater', 'fan', 'lamp', 'vent']) world.drive(name, drive);
    for (let hour = 0; hour < 10; hour++) {
      advance(HOUR);
      const values = world.values();
      expect(Object.keys(values)).toEqual(greenhouse.definition.variables.map(({ name }) => name));
      for (const { name, min, max } of greenhouse.definition.variables) {
        expect(values[name], name).toBeGreaterThanOrEqual(min);
        expect(values[name], name).toBeLessThanOrEqual(max);
      }
    }
  });

  test('gives each variable its own value', () => {
    const { world } = createWorld({ timeOfDay: 0, airTemperature: 21, airHumidity: 55, soilMoisture: 33 });
    const amounts = { vent: 0.1, pump: 0.5, heater: 0.2, fan: 0.3, lamp: 0.4 };
    for (const [name, amount] of Object.entries(amounts)) world.drive(name, amount);
    expect(world.values()).toEqual({
      airTemperature: 21,
      airHumidity: 55,
      soilMoisture: 33,
      lightLevel: 24,
      outsideTemperature: expect.closeTo(14, -1),
      timeOfDay: 0,
      ventOpening: 10,
      pumpFlow: 3,
      heaterPower: 20,
      fanSpeed: 30,
      lampPower: 40,
    });
  });

  test('the pump wets the soil, and without it the soil dries', () => {
    const { world, read, advance } = createWorld({ soilMoisture: 40, timeOfDay: 10 });
    world.drive('pump', 1);
    advance(2 * MINUTE);
    expect(read('soilMoisture')).toBeGreaterThan(55);
    expect(read('soilMoisture')).toBeLessThan(65);
    world.drive('pump', 0);
    const wet = read('soilMoisture');
    advance(6 * HOUR);
    expect(read('soilMoisture')).toBeLessThan(wet - 3);
  });

  test('soil dries faster on a hot clear day than on a cold overcast one', () => {
    const loss = (settings: Readonly<Record<string, number>>) => {
      const { read, advance } = createWorld({ soilMoisture: 60, timeOfDay: 8, ...settings });
      advance(8 * HOUR);
      return 60 - read('soilMoisture');
    };
    expect(loss({ outsideTemperature: 35, cloudCover: 0 })).toBeGreaterThan(
      3 * loss({ outsideTemperature: 5, cloudCover: 100 }),
    );
  });

  test('the heater warms, against the same night without it', () => {
    const night = { timeOfDay: 0, outsideTemperature: 5, airTemperature: 10 };
    const cold = createWorld(night);
    const warm = createWorld(night);
    warm.world.drive('heater', 1);
    for (const { advance } of [cold, warm]) advance(30 * MINUTE);
    expect(warm.read('airTemperature')).toBeGreaterThan(cold.read('airTemperature') + 8);
  });

  test.each(['vent', 'fan'])('the %s brings the air towards the outside temperature', (actuator) => {
    const noon = { timeOfDay: 12, airTemperature: 40, outsideTemperature: 20, cloudCover: 0 };
    const closed = createWorld(noon);
    const open = createWorld(noon);
    open.world.drive(actuator, 1);
    for (const { advance } of [closed, open]) advance(30 * MINUTE);
    expect(open.read('airTemperature')).toBeLessThan(closed.read('airTemperature') - 4);
    expect(open.read('airTemperature')).toBeGreaterThan(open.read('outsideTemperature'));
  });

  test('the sun warms by day and the night is dark and colder; clouds take light', () => {
    const { read, advance } = createWorld({ timeOfDay: 12, cloudCover: 0 });
    advance(HOUR);
    const [noonLight, noonAir] = [read('lightLevel'), read('airTemperature')];
    advance(12 * HOUR);
    expect(read('timeOfDay')).toBeCloseTo(1, 2);
    expect(read('lightLevel')).toBe(0);
    expect(read('airTemperature')).toBeLessThan(noonAir - 8);
    const overcast = createWorld({ timeOfDay: 12, cloudCover: 100 });
    overcast.advance(HOUR);
    expect(overcast.read('lightLevel')).toBeLessThan(noonLight / 2);
    overcast.world.drive('lamp', 1);
    overcast.world.set('timeOfDay', 0);
    expect(overcast.read('lightLevel')).toBe(60);
  });

  test('controls set what is true now; warmer air is drier at the same water', () => {
    const { world, read } = createWorld({ airTemperature: 20, airHumidity: 60 });
    expect([read('airTemperature'), read('airHumidity')]).toEqual([20, expect.closeTo(60)]);
    world.set('airTemperature', 30);
    expect(read('airTemperature')).toBe(30);
    expect(read('airHumidity')).toBeLessThan(40);
  });

  test('held air temperature stays exactly as set while the rest goes on', () => {
    const { world, read, advance } = createWorld({
      airTemperature: 35,
      holdAirTemperature: true,
      timeOfDay: 12,
    });
    world.drive('heater', 1);
    const before = read('soilMoisture');
    advance(3 * HOUR);
    expect(read('airTemperature')).toBe(35);
    expect(read('soilMoisture')).toBeLessThan(before);
    world.set('airTemperature', 25);
    advance(SECOND);
    expect(read('airTemperature')).toBe(25);
    world.set('holdAirTemperature', false);
    advance(10 * MINUTE);
    expect(read('airTemperature')).toBeGreaterThan(26);
  });

  test('ignores actuators and variables it does not know', () => {
    const { world, read } = createWorld();
    world.drive('hasOwnProperty', 1);
    world.drive('trumpet', 1);
    expect(world.read('trumpet')).toBeUndefined();
    world.drive('heater', 7);
    expect(read('heaterPower')).toBe(100);
  });

  test('the same seed gives the same bytes, another seed other weather', () => {
    const morning = (seed: number) => {
      const bench = createBench({ world: { type: 'greenhouse' }, seed });
      bench.advance(4 * HOUR);
      expect(bench.world.length).toBeGreaterThan(50);
      return JSON.stringify(bench.world);
    };
    expect(morning(1)).toBe(morning(1));
    expect(morning(1)).not.toBe(morning(2));
  });

  test('how the owner cuts time into pieces makes no difference', () => {
    const run = (piece: number) => {
      const bench = createBench({ world: { type: 'greenhouse' } });
      while (bench.clock.now() < HOUR) bench.advance(piece);
      return bench.world;
    };
    expect(run(HOUR)).toEqual(run(2.5 * SECOND));
  });
});
