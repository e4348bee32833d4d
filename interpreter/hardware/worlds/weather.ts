/** Weather outside: sun over the day, clouds, temperature. Seeded; slow wandering clouds and a little unrest in the temperature. */

import type { Random } from '#common/random/random.ts';
import { daySine, halfSine, saturationDensity } from './air.ts';

const SUNRISE = 6;
const DAY_LENGTH = 12;
/** Sun on level ground at noon under a clear sky in the warm half of the year, W/m2. */
const CLEAR_NOON = 900;
/** Difference between the day's mean and its warmest moment under a clear sky, degrees C. */
const DAY_SWING = 6;
/** Hour of the warmest moment. */
const WARMEST = 15;
/** Everything here changes slowly: it is worked out anew each so many seconds. */
const REFRESH_SECONDS = 30;
/** The wandering parts take a new goal each so many seconds and glide there. */
const GLIDE_SECONDS = 900;
const CLOUD_UNREST = 0.2;
const TEMPERATURE_UNREST = 0.8;

export interface WeatherState {
  /** Outside, degrees C. */
  readonly temperature: number;
  /** On level ground outside, W/m2. */
  readonly sun: number;
  /** Water in the air outside, g/m3. */
  readonly vapor: number;
}

/** A value that glides from one seeded goal to the next, from -1 to 1. */
class Wander {
  readonly #random: Random;
  #from: number;
  #to: number;

  constructor(random: Random) {
    this.#random = random;
    this.#from = random.between(-1, 1);
    this.#to = random.between(-1, 1);
  }

  turn(): void {
    this.#from = this.#to;
    this.#to = this.#random.between(-1, 1);
  }

  at(share: number): number {
    return this.#from + (this.#to - this.#from) * share;
  }
}

export class Weather {
  /** As of the last `step`, `set…` or `setHour`. */
  state: WeatherState;
  #hour = 8;
  #meanTemperature = 18;
  #cloudCover = 0.3;
  readonly #clouds: Wander;
  readonly #unrest: Wander;
  #seconds = 0;

  constructor(random: Random) {
    this.#clouds = new Wander(random);
    this.#unrest = new Wander(random);
    this.state = this.#compute();
  }

  /** 0 to 24. */
  get hour(): number {
    return this.#hour;
  }

  setHour(hour: number): void {
    this.#hour = hour % 24;
    this.state = this.#compute();
  }

  /** Mean outside temperature of the day, degrees C. */
  setMeanTemperature(celsius: number): void {
    this.#meanTemperature = celsius;
    this.state = this.#compute();
  }

  /** 0 clear to 1 overcast. */
  setCloudCover(share: number): void {
    this.#cloudCover = share;
    this.state = this.#compute();
  }

  /** One second passes. */
  step(): void {
    this.#hour = (this.#hour + 1 / 3600) % 24;
    this.#seconds++;
    if (this.#seconds === GLIDE_SECONDS) {
      this.#seconds = 0;
      this.#clouds.turn();
      this.#unrest.turn();
    }
    if (this.#seconds % REFRESH_SECONDS === 0) this.state = this.#compute();
  }

  #compute(): WeatherState {
    const share = this.#seconds / GLIDE_SECONDS;
    const clouds = Math.min(1, Math.max(0, this.#cloudCover + CLOUD_UNREST * this.#clouds.at(share)));
    // Kasten and Czeplak (1980): clouds take 75 % of the sun, with a power of 3.4 of their cover; here 3.5.
    const through = 1 - 0.75 * clouds * clouds * clouds * Math.sqrt(clouds);
    const swing = DAY_SWING * (1 - 0.5 * clouds) * daySine(this.#hour - WARMEST + 6);
    const relativeHumidity = 0.5 + 0.35 * clouds;
    return {
      temperature: this.#meanTemperature + swing + TEMPERATURE_UNREST * this.#unrest.at(share),
      sun: CLEAR_NOON * halfSine((this.#hour - SUNRISE) / DAY_LENGTH) * through,
      vapor: relativeHumidity * saturationDensity(this.#meanTemperature - 2),
    };
  }
}
