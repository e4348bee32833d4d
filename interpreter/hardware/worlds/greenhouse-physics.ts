/**
 * The climate of a small greenhouse: 6 m2 of ground, 12 m3 of air, one bed of 60 l of water between dry and soaked. First-order balances
 * of heat and water, one step a second. Round figures for teaching: directions and orders of magnitude are right, no crop is modelled.
 */

import { saturationDensity, vaporPressure } from './air.ts';
import type { WeatherState } from './weather.ts';

const GROUND = 6;
const VOLUME = 12;
/** Heat held by air, benches and the upper soil, J/K. */
const HEAT_CAPACITY = 150_000;
/** Loss through 22 m2 of single glass at 5.5 W/(m2 K), W/K. */
const GLASS_LOSS = 120;
/** Share of the sun that comes through the glass, and the share of that which becomes heat. */
const TRANSMISSION = 0.7;
const SUN_TO_HEAT = 0.6;
/** Heat that one m3 of air carries, J/K. */
const AIR_HEAT = 1206;
/** Air changes per hour: closed, and what an open vent and a running fan add. */
const LEAKAGE = 2;
const VENT_CHANGES = 30;
const FAN_CHANGES = 60;
const HEATER_WATTS = 2000;
const LAMP_WATTS = 400;
/** Light that the lamp throws on the plants, W/m2. */
const LAMP_LIGHT = 60;
/** Pump, l/min. */
const PUMP_FLOW = 6;
/** Water of the bed between dry (0 %) and soaked (100 %), kg. */
const BED_WATER = 60;
/** Above this moisture the bed drains by itself, %. */
const FIELD_CAPACITY = 80;
const DRAIN_SECONDS = 7200;
/** J to evaporate 1 g of water. */
const LATENT_HEAT = 2450;
/** Evaporation of a wet bed for each hPa of missing vapor pressure, g/s, in the dark and with each W/m2 of light. */
const EVAPORATION = 0.025;
const EVAPORATION_BY_LIGHT = 1 / 400;
const TAP_WATER_DEGREES = 15;
/** Share of the pumped water that meets the air before it is in the ground. */
const SPRAY_SHARE = 0.02;
const WATER_HEAT = 4186;

/** What the actuators do, 0 to 1 each. */
export interface Drives {
  pump: number;
  heater: number;
  fan: number;
  lamp: number;
  vent: number;
}

export class Climate {
  /** Water in the air, g/m3. */
  vapor = 0;
  /** 0 to 100. */
  soilMoisture = 0;
  #temperature = 0;
  #saturation = saturationDensity(0);

  /** degrees C. */
  get temperature(): number {
    return this.#temperature;
  }

  /** Water that the air can hold at its temperature, g/m3. */
  get saturation(): number {
    return this.#saturation;
  }

  /** Keeps the water in the air, so the relative humidity changes. */
  setTemperature(celsius: number): void {
    this.#temperature = celsius;
    this.#saturation = saturationDensity(celsius);
  }

  /** % of saturation. */
  get humidity(): number {
    return Math.min(100, (100 * this.vapor) / this.#saturation);
  }

  setHumidity(percent: number): void {
    this.vapor = (percent / 100) * this.#saturation;
  }
}

/** Light on the plants, W/m2. */
export function lightInside(weather: WeatherState, drives: Drives): number {
  return weather.sun * TRANSMISSION + drives.lamp * LAMP_LIGHT;
}

/** l/min. */
export function pumpFlow(drives: Drives): number {
  return drives.pump * PUMP_FLOW;
}

/** Moves the climate on by one second. With `holdTemperature` everything but the temperature goes on. */
export function stepClimate(
  climate: Climate,
  weather: WeatherState,
  drives: Drives,
  holdTemperature: boolean,
): void {
  const { temperature } = climate;
  const light = lightInside(weather, drives);
  const changes = (LEAKAGE + VENT_CHANGES * drives.vent + FAN_CHANGES * drives.fan) / 3600;
  const missing = vaporPressure(Math.max(0, climate.saturation - climate.vapor), temperature);
  const evaporation =
    (climate.soilMoisture / 100) * (EVAPORATION + EVAPORATION * EVAPORATION_BY_LIGHT * light) * missing;
  const pumped = pumpFlow(drives) / 60;

  if (!holdTemperature) {
    const colder = temperature - weather.temperature;
    const watts =
      weather.sun * TRANSMISSION * SUN_TO_HEAT * GROUND +
      drives.heater * HEATER_WATTS +
      drives.lamp * LAMP_WATTS -
      (GLASS_LOSS + VOLUME * AIR_HEAT * changes) * colder -
      evaporation * LATENT_HEAT -
      pumped * SPRAY_SHARE * WATER_HEAT * Math.max(0, temperature - TAP_WATER_DEGREES);
    climate.setTemperature(temperature + watts / HEAT_CAPACITY);
  }
  const vapor = climate.vapor + evaporation / VOLUME - changes * (climate.vapor - weather.vapor);
  // What is above saturation runs down the glass.
  climate.vapor = Math.max(0, Math.min(vapor, climate.saturation));

  const drained = Math.max(0, climate.soilMoisture - FIELD_CAPACITY) / DRAIN_SECONDS;
  const soil = climate.soilMoisture + ((pumped - evaporation / 1000) * 100) / BED_WATER - drained;
  climate.soilMoisture = Math.min(100, Math.max(0, soil));
}
