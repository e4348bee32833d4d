/**
 * Where the 40 pins of a Raspberry Pi Pico are.
 * Source: Raspberry Pi Pico datasheet, mechanical drawing (21 by 51 mm, 2.54 mm pitch, rows 17.78 mm apart) and pinout.
 */

import type { Geometry, PinPoint } from './view.ts';

const MM = 96 / 25.4;
const PITCH = 2.54 * MM;
const WIDTH = 21 * MM;
const HEIGHT = 51 * MM;
const ROWS_APART = 17.78 * MM;

/** Pins 1 to 20, from the USB socket down. */
const LEFT =
  'GP0 GP1 GND.1 GP2 GP3 GP4 GP5 GND.2 GP6 GP7 GP8 GP9 GND.3 GP10 GP11 GP12 GP13 GND.4 GP14 GP15'.split(' ');
/** Pins 40 to 21, from the USB socket down. */
const RIGHT =
  'VBUS VSYS GND.8 3V3_EN 3V3 ADC_VREF GP28 AGND GP27 GP26 RUN GP22 GND.7 GP21 GP20 GP19 GP18 GND.6 GP17 GP16'.split(
    ' ',
  );

function row(names: readonly string[], x: number): PinPoint[] {
  const first = (HEIGHT - (names.length - 1) * PITCH) / 2;
  return names.map((name, index) => ({ name, x, y: first + index * PITCH }));
}

export const PICO_GEOMETRY: Geometry = {
  width: WIDTH,
  height: HEIGHT,
  pins: [...row(LEFT, (WIDTH - ROWS_APART) / 2), ...row(RIGHT, (WIDTH + ROWS_APART) / 2)],
};
