/** A DHT22: temperature and humidity as five bytes on one wire, by whole transaction. It measures a world, or its controls. */

import { type Nanoseconds, SECOND } from '#common/time/duration.ts';
import type { Part, PartContext, PartModel } from '../part-model.ts';
import { watchSupply } from './supply.ts';
import { measure } from './surroundings.ts';

/** The sensor measures at most once in this time; asked sooner, it repeats its last answer. */
const MIN_INTERVAL: Nanoseconds = 2 * SECOND;
/** The data sheet's 3.3 V, less the tolerance of a board's supply. */
const MIN_SUPPLY_VOLTS = 3.2;
const MIN_DEGREES = -40;
const MAX_DEGREES = 80;

export const dht22: Part = {
  definition: {
    type: 'dht22',
    name: 'DHT22 sensor',
    description:
      'Measures air temperature and humidity, at most every 2 seconds. In a world it measures the air there; the sliders are for diagrams without a world.',
    wokwiType: 'wokwi-dht22',
    wokwiPins: { SDA: 'DATA' },
    pins: [
      { name: 'VCC', role: 'power', description: 'Supply, 3.3 V to 6 V' },
      { name: 'DATA', role: 'bidirectional', description: 'One-wire data, with a pull-up in the module' },
      { name: 'NC', role: 'passive', description: 'Not connected' },
      { name: 'GND', role: 'ground', description: 'Ground' },
    ],
    attributes: [],
    controls: [
      {
        kind: 'range',
        name: 'temperature',
        label: 'Temperature',
        unit: '°C',
        min: MIN_DEGREES,
        max: MAX_DEGREES,
        step: 0.1,
        default: 24,
      },
      {
        kind: 'range',
        name: 'humidity',
        label: 'Humidity',
        unit: '%',
        min: 0,
        max: 100,
        step: 0.1,
        default: 40,
      },
    ],
    state: [
      { name: 'temperature', label: 'Temperature', unit: '°C' },
      { name: 'humidity', label: 'Humidity', unit: '%' },
    ],
    source: 'Aosong AM2302/DHT22 data sheet: range, resolution 0.1, 40-bit frame, sampling period 2 s',
  },
  create: (context) => createModel(context),
};

function createModel(context: PartContext): PartModel {
  const data = context.pin('DATA');
  const update = (): void => {
    data.drive(supply.volts(), 'weak');
    const now = tenths();
    if (now.temperature === shown.temperature && now.humidity === shown.humidity) return;
    shown = now;
    context.changed();
  };
  const supply = watchSupply(context, { plus: 'VCC', ground: 'GND', minimum: MIN_SUPPLY_VOLTS }, () =>
    update(),
  );
  const temperature = measure(context, 'airTemperature', update);
  const humidity = measure(context, 'airHumidity', update);
  let answer: Uint8Array | undefined;
  let measuredAt: Nanoseconds = 0;
  let shown = { temperature: NaN, humidity: NaN };
  const tenths = (): typeof shown => ({
    humidity: Math.round(Math.min(100, Math.max(0, humidity.value())) * 10),
    temperature: Math.round(Math.min(MAX_DEGREES, Math.max(MIN_DEGREES, temperature.value())) * 10),
  });
  update();
  return {
    set: (control, value) => (control === 'temperature' ? temperature : humidity).set(value),
    snapshot: () => ({ temperature: shown.temperature / 10, humidity: shown.humidity / 10 }),
    transact(_bus, pin) {
      if (pin !== 'DATA' || supply.volts() === undefined) return undefined;
      const now = context.clock.now();
      if (!answer || now - measuredAt >= MIN_INTERVAL) {
        answer = frame(tenths());
        measuredAt = now;
      }
      return answer.slice();
    },
  };
}

/** Humidity and temperature in tenths, most significant byte first; the top bit of the temperature is its sign; then a checksum. */
function frame({
  humidity,
  temperature,
}: {
  readonly humidity: number;
  readonly temperature: number;
}): Uint8Array {
  const magnitude = Math.abs(temperature) | (temperature < 0 ? 0x8000 : 0);
  const bytes = [humidity >> 8, humidity & 0xff, magnitude >> 8, magnitude & 0xff];
  const checksum = bytes.reduce((sum, byte) => sum + byte, 0) & 0xff;
  return Uint8Array.from([...bytes, checksum]);
}
