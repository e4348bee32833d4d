/** The greenhouse: sun, air and soil that pump, heater, fan, lamp and vent change. Ties weather and physics to controls and variables. */

import { SECOND } from '#common/time/duration.ts';
import type { ControlValue } from '../../device/capability.ts';
import type { ControlDefinition, WorldDefinition, WorldVariable } from '../../diagram/catalog.ts';
import type { World, WorldContext, WorldType } from '../world-model.ts';
import { Climate, type Drives, lightInside, pumpFlow, stepClimate } from './greenhouse-physics.ts';
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
  readonly #state: State;
  /** In the order of the definition's variables. A typed array, since it is written every second. */
  readonly #values = new Float64Array(DEFINITION.variables.length);
  readonly #tick;
  #holdTemperature = false;

  constructor(context: WorldContext) {
    this.#context = context;
    this.#state = {
      weather: new Weather(context.random),
      climate: new Climate(),
      drives: { pump: 0, heater: 0, fan: 0, lamp: 0, vent: 0 },
    };
    this.#publish();
    this.#tick = context.clock.createAlarm(() => this.#step());
    this.#tick.schedule(context.clock.now() + STEP);
  }

  read(name: string): number | undefined {
    const index = INDEX.get(name);
    return index === undefined ? undefined : this.#values[index];
  }

  values(): Readonly<Record<string, number>> {
    const values: Record<string, number> = {};
    let index = 0;
    for (const { name } of DEFINITION.variables)
      values[name] = Math.round((this.#values[index++] ?? 0) * 1000) / 1000;
    return values;
  }

  drive(actuator: string, amount: number): void {
    const { drives } = this.#state;
    if (!isDrive(drives, actuator)) return;
    drives[actuator] = Math.min(1, Math.max(0, amount));
    this.#didChange();
  }

  set(control: string, value: ControlValue): void {
    if (typeof value === 'number') SETTERS[control]?.(this.#state, value);
    if (control === 'holdAirTemperature') this.#holdTemperature = value === true;
    this.#didChange();
  }

  dispose(): void {
    this.#tick.cancel();
  }

  #step(): void {
    this.#tick.schedule(this.#context.clock.now() + STEP);
    const { weather, climate, drives } = this.#state;
    weather.step();
    stepClimate(climate, weather.state, drives, this.#holdTemperature);
    this.#didChange();
  }

  #didChange(): void {
    this.#publish();
    this.#context.changed();
  }

  /** Writes every variable, in the order of the definition. Written out, since this runs 86,400 times a day. */
  #publish(): void {
    const { weather, climate, drives } = this.#state;
    const values = this.#values;
    let index = 0;
    values[index++] = climate.temperature;
    values[index++] = climate.humidity;
    values[index++] = climate.soilMoisture;
    values[index++] = lightInside(weather.state, drives);
    values[index++] = weather.state.temperature;
    values[index++] = weather.hour;
    values[index++] = drives.vent * 100;
    values[index++] = pumpFlow(drives);
    values[index++] = drives.heater * 100;
    values[index++] = drives.fan * 100;
    values[index] = drives.lamp * 100;
  }
}

function isDrive(drives: Drives, name: string): name is keyof Drives {
  return Object.hasOwn(drives, name);
}

interface State {
  readonly weather: Weather;
  readonly climate: Climate;
  readonly drives: Drives;
}

const INDEX: ReadonlyMap<string, number> = new Map(
  DEFINITION.variables.map(({ name }, index) => [name, index]),
);

/** What a number control changes. Setting the air temperature keeps the water in the air, so relative humidity follows. */
const SETTERS: Readonly<Record<string, (state: State, value: number) => void>> = {
  timeOfDay: ({ weather }, value) => weather.setHour(value),
  outsideTemperature: ({ weather }, value) => weather.setMeanTemperature(value),
  cloudCover: ({ weather }, value) => weather.setCloudCover(value / 100),
  airTemperature: ({ climate }, value) => climate.setTemperature(value),
  airHumidity: ({ climate }, value) => climate.setHumidity(value),
  soilMoisture: ({ climate }, value) => (climate.soilMoisture = value),
};

export const greenhouse: WorldType = {
  definition: DEFINITION,
  create: (context) => new Greenhouse(context),
};
