/** The greenhouse: sun, air and soil that pump, heater, fan, lamp and vent change. Ties weather and physics to controls and variables. */

import { SECOND } from '#common/time/duration.ts';
import type { ControlValue } from '../../device/capability.ts';
import type { ControlDefinition, WorldDefinition, WorldVariable } from '../../diagram/catalog.ts';
import type { World, WorldContext, WorldType } from '../world-model.ts';
import {
  type Climate,
  type Drives,
  lightInside,
  pumpFlow,
  relativeHumidity,
  stepClimate,
  vaporAt,
} from './greenhouse-physics.ts';
import { Weather } from './weather.ts';

const STEP = SECOND;

function variable(
  name: string,
  label: string,
  unit: string,
  range: readonly [number, number],
  resolution: number,
): WorldVariable {
  return { name, label, unit, min: range[0], max: range[1], resolution };
}

function range(
  name: string,
  label: string,
  unit: string,
  limits: readonly [number, number],
  step: number,
  initial: number,
): ControlDefinition {
  return { kind: 'range', name, label, unit, min: limits[0], max: limits[1], step, default: initial };
}

const DEFINITION: WorldDefinition = {
  type: 'greenhouse',
  name: 'Greenhouse',
  description:
    'A small greenhouse with one bed. The sun warms it and dries the soil; a pump, heater, fan, lamp and vent change it. ' +
    'The controls for air and soil set what is true now, and physics goes on from there; the switch that holds the air ' +
    'temperature keeps it exactly as set.',
  variables: [
    variable('airTemperature', 'Air temperature', '°C', [-20, 70], 0.1),
    variable('airHumidity', 'Air humidity', '%', [0, 100], 0.5),
    variable('soilMoisture', 'Soil moisture', '%', [0, 100], 0.1),
    variable('lightLevel', 'Light on the plants', 'W/m²', [0, 1000], 5),
    variable('outsideTemperature', 'Outside temperature', '°C', [-30, 60], 0.1),
    variable('timeOfDay', 'Time of day', 'h', [0, 24], 0.1),
    variable('ventOpening', 'Vent opening', '%', [0, 100], 1),
    variable('pumpFlow', 'Water from the pump', 'l/min', [0, 6], 0.1),
    variable('heaterPower', 'Heater', '%', [0, 100], 1),
    variable('fanSpeed', 'Fan', '%', [0, 100], 1),
    variable('lampPower', 'Lamp', '%', [0, 100], 1),
  ],
  controls: [
    range('timeOfDay', 'Time of day', 'h', [0, 24], 0.25, 8),
    range('outsideTemperature', 'Outside temperature (mean of the day)', '°C', [-10, 45], 0.5, 18),
    range('cloudCover', 'Clouds', '%', [0, 100], 5, 30),
    range('airTemperature', 'Air temperature now', '°C', [-10, 60], 0.5, 20),
    range('airHumidity', 'Air humidity now', '%', [0, 100], 1, 60),
    range('soilMoisture', 'Soil moisture now', '%', [0, 100], 1, 40),
    { kind: 'switch', name: 'holdAirTemperature', label: 'Hold the air temperature', default: false },
  ],
  source:
    'First-order heat and water balance with round figures (see greenhouse-physics.ts); Lowe 1977 (vapor pressure), ' +
    'Kasten and Czeplak 1980 (clouds)',
};

class Greenhouse implements World {
  readonly #context: WorldContext;
  readonly #weather: Weather;
  readonly #climate: Climate = { temperature: 20, vapor: 10, soilMoisture: 40 };
  readonly #drives: Drives = { pump: 0, heater: 0, fan: 0, lamp: 0, vent: 0 };
  readonly #values: Record<string, number> = {};
  readonly #tick;
  #holdTemperature = false;

  constructor(context: WorldContext) {
    this.#context = context;
    this.#weather = new Weather(context.random);
    this.#publish();
    this.#tick = context.clock.createAlarm(() => this.#step());
    this.#tick.schedule(context.clock.now() + STEP);
  }

  read(name: string): number | undefined {
    return this.#values[name];
  }

  values(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      Object.entries(this.#values).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
    );
  }

  drive(actuator: string, amount: number): void {
    if (!(actuator in this.#drives)) return;
    this.#drives[actuator as keyof Drives] = Math.min(1, Math.max(0, amount));
    this.#didChange();
  }

  set(control: string, value: ControlValue): void {
    if (typeof value === 'number') SETTERS[control]?.(this.#settable, value);
    if (control === 'holdAirTemperature') this.#holdTemperature = value === true;
    this.#didChange();
  }

  dispose(): void {
    this.#tick.cancel();
  }

  get #settable(): Settable {
    return { weather: this.#weather, climate: this.#climate };
  }

  #step(): void {
    this.#tick.schedule(this.#context.clock.now() + STEP);
    this.#weather.step();
    stepClimate(this.#climate, this.#weather.state, this.#drives, this.#holdTemperature);
    this.#didChange();
  }

  #didChange(): void {
    this.#publish();
    this.#context.changed();
  }

  #publish(): void {
    const weather = this.#weather.state;
    const values = this.#values;
    const drives = this.#drives;
    values.airTemperature = this.#climate.temperature;
    values.airHumidity = relativeHumidity(this.#climate);
    values.soilMoisture = this.#climate.soilMoisture;
    values.lightLevel = lightInside(weather, drives);
    values.outsideTemperature = weather.temperature;
    values.timeOfDay = this.#weather.hour;
    values.ventOpening = drives.vent * 100;
    values.pumpFlow = pumpFlow(drives);
    values.heaterPower = drives.heater * 100;
    values.fanSpeed = drives.fan * 100;
    values.lampPower = drives.lamp * 100;
  }
}

interface Settable {
  readonly weather: Weather;
  readonly climate: Climate;
}

/** What a number control changes. Setting the air temperature keeps the water in the air, so relative humidity follows. */
const SETTERS: Readonly<Record<string, (state: Settable, value: number) => void>> = {
  timeOfDay: ({ weather }, value) => weather.setHour(value),
  outsideTemperature: ({ weather }, value) => weather.setMeanTemperature(value),
  cloudCover: ({ weather }, value) => weather.setCloudCover(value / 100),
  airTemperature: ({ climate }, value) => (climate.temperature = value),
  airHumidity: ({ climate }, value) => (climate.vapor = vaporAt(climate.temperature, value)),
  soilMoisture: ({ climate }, value) => (climate.soilMoisture = value),
};

export const greenhouse: WorldType = {
  definition: DEFINITION,
  create: (context) => new Greenhouse(context),
};
