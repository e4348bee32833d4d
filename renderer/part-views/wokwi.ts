/** Sizes and pins of the drawings that come from @wokwi/elements; importing this file registers those elements. */

import { DHT22Element } from '@wokwi/elements/dist/esm/dht22-element.js';
import { ESP32DevkitV1Element } from '@wokwi/elements/dist/esm/esp32-devkit-v1-element.js';
import { LEDElement } from '@wokwi/elements/dist/esm/led-element.js';
import { PotentiometerElement } from '@wokwi/elements/dist/esm/potentiometer-element.js';
import { PushbuttonElement } from '@wokwi/elements/dist/esm/pushbutton-element.js';
import { ResistorElement } from '@wokwi/elements/dist/esm/resistor-element.js';
import { ServoElement } from '@wokwi/elements/dist/esm/servo-element.js';
import type { Geometry, PinPoint } from './view.ts';

/** Reads the pins off an element that was never put on a page. `ours` maps its pin names to the catalog's where they differ. */
function geometryOf(
  width: number,
  height: number,
  element: { readonly pinInfo: readonly PinPoint[] },
  ours: Readonly<Record<string, string>> = {},
): Geometry {
  return {
    width,
    height,
    pins: element.pinInfo.map(({ name, x, y }) => ({ name: ours[name] ?? name, x, y })),
  };
}

/** Widths and heights are those of the elements' own drawings, CSS pixels. */
export const WOKWI_GEOMETRY = {
  led: geometryOf(40, 50, new LEDElement()),
  pushButton: geometryOf(67, 45, new PushbuttonElement(), { '1.l': '1', '1.r': '1', '2.l': '2', '2.r': '2' }),
  potentiometer: geometryOf(76, 76, new PotentiometerElement()),
  dht22: geometryOf(57, 117, new DHT22Element(), { SDA: 'DATA' }),
  servo: geometryOf(170, 120, new ServoElement()),
  resistor: geometryOf(59, 11, new ResistorElement()),
  esp32: geometryOf(107, 204, new ESP32DevkitV1Element()),
} as const;
