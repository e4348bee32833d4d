/**
 * Which pins a program may name, by board. GPIO numbers from the chips' data sheets, names from `Pin.board` taken on the
 * device. Boards of a maker who renamed the pins are not here: nothing is said about their pins.
 */

import type { ApiBoard } from './names.ts';

export interface ApiPins {
  /** GPIO numbers, as ranges that include both ends. */
  readonly numbers: readonly (readonly [first: number, last: number])[];
  /** Whether `Pin('LED')` is the light on the board. */
  readonly led: boolean;
  /** A GPIO that lights the LED on the sister boards, but does something else here. */
  readonly noLed?: number;
}

const RP2 = [[0, 29]] as const;

export const API_PINS: Readonly<Partial<Record<ApiBoard, ApiPins>>> = {
  pico: { numbers: RP2, led: true },
  pico_w: { numbers: RP2, led: true, noLed: 25 },
  pico2: { numbers: RP2, led: true },
  pico2_w: { numbers: RP2, led: true, noLed: 25 },
  esp32: {
    numbers: [
      [0, 23],
      [25, 27],
      [32, 39],
    ],
    led: false,
  },
  esp32_s2: {
    numbers: [
      [0, 21],
      [26, 46],
    ],
    led: false,
  },
  esp32_s3: {
    numbers: [
      [0, 21],
      [26, 48],
    ],
    led: false,
  },
  esp32_c3: { numbers: [[0, 21]], led: false },
  esp32_c6: { numbers: [[0, 30]], led: false },
  esp8266: { numbers: [[0, 16]], led: false },
};
