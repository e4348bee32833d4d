/** Benches of the journeys. */

import type { Diagram } from '#interpreter/diagram/diagram.ts';

/** A Pico with an LED on GPIO15, a push button between GPIO14 and ground, and a potentiometer on GPIO26. */
export const CONTROL_BENCH: Diagram = {
  version: 1,
  board: 'pico',
  parts: [
    { id: 'lamp', type: 'led', label: 'lamp', x: 20, y: 20 },
    { id: 'bell', type: 'push-button', label: 'bell', x: 20, y: 140 },
    { id: 'knob', type: 'potentiometer', label: 'knob', x: 20, y: 240 },
  ],
  connections: [
    { from: 'lamp:A', to: 'board:GPIO15' },
    { from: 'lamp:C', to: 'board:GND' },
    { from: 'bell:1', to: 'board:GPIO14' },
    { from: 'bell:2', to: 'board:GND' },
    { from: 'knob:GND', to: 'board:GND' },
    { from: 'knob:VCC', to: 'board:3V3' },
    { from: 'knob:SIG', to: 'board:GPIO26' },
  ],
};

/** A greenhouse with every kind of part that measures or drives it. */
export const GREENHOUSE_BENCH: Diagram = {
  version: 1,
  board: 'esp32_devkit',
  parts: [
    { id: 'temp', type: 'analog-temperature-sensor', label: 'thermometer', x: 20, y: 20 },
    { id: 'dht', type: 'dht22', label: 'air sensor', x: 120, y: 20 },
    { id: 'pump', type: 'relay', label: 'water pump', x: 20, y: 200, attrs: { load: 'pump' } },
    { id: 'lamp', type: 'led', label: 'lamp', x: 220, y: 20 },
    { id: 'knob', type: 'potentiometer', label: 'knob', x: 220, y: 140 },
  ],
  connections: [
    { from: 'temp:VCC', to: 'board:3V3' },
    { from: 'temp:GND', to: 'board:GND' },
    { from: 'temp:OUT', to: 'board:GPIO34' },
    { from: 'dht:VCC', to: 'board:3V3' },
    { from: 'dht:GND', to: 'board:GND' },
    { from: 'dht:DATA', to: 'board:GPIO15' },
    { from: 'pump:VCC', to: 'board:3V3' },
    { from: 'pump:GND', to: 'board:GND' },
    { from: 'pump:IN', to: 'board:GPIO12' },
    { from: 'lamp:A', to: 'board:GPIO2' },
    { from: 'lamp:C', to: 'board:GND' },
    { from: 'knob:GND', to: 'board:GND' },
    { from: 'knob:VCC', to: 'board:3V3' },
    { from: 'knob:SIG', to: 'board:GPIO35' },
  ],
  world: { type: 'greenhouse', settings: { timeOfDay: 10, outsideTemperature: 26, cloudCover: 40 } },
};
