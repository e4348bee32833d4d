import { describe, expect, it } from 'vitest';
import { greenhouse } from '#interpreter/hardware/worlds/greenhouse.ts';
import { greenhouseReadings } from './greenhouse-readings.ts';
import { greenhouseScene } from './greenhouse-scene.ts';
import { greenhouseWords } from './greenhouse-words.ts';
import { clockTime, plainReadings } from './reading.ts';

describe('greenhouseScene', () => {
  it('lets the sun rise in the left, stand high at noon and set in the right', () => {
    const at = (timeOfDay: number) => greenhouseScene({ timeOfDay }, 0).sun;
    expect(at(5)).toBeUndefined();
    expect(at(8)?.x).toBeLessThan(220);
    expect(at(12)?.x).toBeCloseTo(220);
    expect(at(12)?.y).toBeLessThan(at(8)?.y ?? 0);
    expect(at(17)?.x).toBeGreaterThan(220);
    expect(at(19)).toBeUndefined();
  });

  it('has the moon all night, over midnight too', () => {
    const moon = (timeOfDay: number) => greenhouseScene({ timeOfDay }, 0).moon;
    expect(moon(12)).toBeUndefined();
    expect(moon(23)?.x).toBeLessThan(moon(1)?.x ?? 0);
    expect(greenhouseScene({ timeOfDay: 1 }, 0).night).toBe(1);
    expect(greenhouseScene({ timeOfDay: 12 }, 0).night).toBe(0);
  });

  it('darkens the soil with water and bends thirsty plants', () => {
    const wet = greenhouseScene({ soilMoisture: 80 }, 0);
    const dry = greenhouseScene({ soilMoisture: 5 }, 0);
    expect(wet.droop).toBe(0);
    expect(dry.droop).toBeGreaterThan(45);
    expect(wet.soil).not.toBe(dry.soil);
    expect(wet.leaf).not.toBe(dry.leaf);
  });

  it('brings the clouds up one after the other', () => {
    expect(greenhouseScene({}, 0).clouds).toEqual([0, 0, 0, 0]);
    expect(greenhouseScene({}, 50).clouds).toEqual([1, 1, 0, 0]);
    expect(greenhouseScene({}, 100).clouds).toEqual([1, 1, 1, 1]);
  });

  it('stays inside the picture whatever the values', () => {
    const { mercury, vent, droop } = greenhouseScene(
      { airTemperature: 900, ventOpening: -5, soilMoisture: -20 },
      400,
    );
    expect(mercury).toBe(1);
    expect(vent).toBe(0);
    expect(droop).toBeLessThanOrEqual(62);
  });
});

describe('words of the greenhouse', () => {
  const values = {
    airTemperature: 31.23,
    airHumidity: 55.4,
    soilMoisture: 38.2,
    outsideTemperature: -2.5,
    timeOfDay: 14.3334,
  };

  it('take units and exactness from the definition', () => {
    const words = greenhouseReadings(greenhouse.definition, values).map(
      ({ label, value }) => `${label} ${value}`,
    );
    expect(words).toEqual(['Air 31.2 °C', 'Humidity 55 %', 'Soil 38 %', 'Outside -2.5 °C', 'Time 14:20']);
  });

  it('name every variable where a world has no picture', () => {
    const readings = plainReadings(greenhouse.definition, { airTemperature: 20, pumpFlow: 6 });
    expect(readings.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Air temperature: 20.0 °C',
      'Water from the pump: 6.0 l/min',
    ]);
  });

  it('say what runs', () => {
    expect(greenhouseWords({ ...values, fanSpeed: 100, ventOpening: 0 })).toBe(
      'Greenhouse by day, 14:20: the plants stand upright, the fan turns.',
    );
  });

  it('show hours as a clock does', () => {
    expect([0, 9.5, 14.3334, 23.999, 24, -1].map(clockTime)).toEqual([
      '00:00',
      '09:30',
      '14:20',
      '23:59',
      '00:00',
      '23:00',
    ]);
  });
});
