/**
 * ESP32 DevKit V1 (the 30-pin board with the ESP32-WROOM-32) as data. Knows no behavior.
 * Sources: ESP32 datasheet (pins, ADC channels, strapping), MicroPython esp32 quick reference, board silkscreen.
 */

import type { BoardDefinition, BoardPin } from '../diagram/catalog.ts';

/** Every GPIO that the firmware accepts: 24 and 28 to 31 do not exist. */
const GPIOS = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25, 26, 27, 32, 33,
  34, 35, 36, 37, 38, 39,
];

/** On the chip, but without a hole on the board. */
const NOT_BROKEN_OUT = new Set([0, 6, 7, 8, 9, 10, 11, 20, 37, 38]);

/** From here on pins can only be read, and have no pull resistors. */
const FIRST_INPUT_ONLY = 34;

/** GPIO number of each channel, in channel order. */
const ADC1 = [36, 37, 38, 39, 32, 33, 34, 35];
const ADC2 = [4, 0, 2, 15, 13, 12, 14, 27, 25, 26];

/** What the board has printed on it, where that is not `D` and the number. */
const PRINTED: Readonly<Record<number, readonly string[]>> = {
  1: ['TX0', 'TX'],
  3: ['RX0', 'RX'],
  16: ['RX2'],
  17: ['TX2'],
  36: ['VP'],
  39: ['VN'],
};

const FLASH = 'carries the flash memory that holds the program: using it crashes the board.';
const CONSOLE = 'belongs to the USB console: using it cuts the link to the computer.';
const CAUTIONS: Readonly<Record<number, string>> = {
  0: 'GPIO0 must be high at power-on, or the board waits for new firmware.',
  1: `GPIO1 ${CONSOLE}`,
  2: 'GPIO2 must be low or free while firmware is written; it also lights the blue LED.',
  3: `GPIO3 ${CONSOLE}`,
  5: 'GPIO5 must be high at power-on.',
  12: 'GPIO12 must be low at power-on, or the board does not start.',
  15: 'GPIO15 must be high at power-on, or the start-up messages are silenced.',
  ...Object.fromEntries([6, 7, 8, 9, 10, 11].map((number) => [number, `GPIO${number} ${FLASH}`])),
};

function adcChannel(number: number): BoardPin['adc'] {
  if (ADC1.includes(number)) return { unit: 1, channel: ADC1.indexOf(number) };
  if (ADC2.includes(number)) return { unit: 2, channel: ADC2.indexOf(number) };
  return undefined;
}

function gpio(number: number): BoardPin {
  const adc = adcChannel(number);
  const caution = CAUTIONS[number];
  return {
    name: `GPIO${number}`,
    aliases: [...(PRINTED[number] ?? []), `D${number}`, `${number}`, `IO${number}`],
    role: 'gpio',
    gpio: number,
    ...(number >= FIRST_INPUT_ONLY && { output: false, pulls: false }),
    ...(adc && { adc }),
    ...(caution && { caution }),
    ...(NOT_BROKEN_OUT.has(number) && { brokenOut: false }),
  };
}

export const ESP32_DEVKIT: BoardDefinition = {
  id: 'esp32_devkit',
  name: 'ESP32 DevKit V1',
  aliases: [
    'wokwi-esp32-devkit-v1',
    'board-esp32-devkit-v1',
    'board-esp32-devkit-c-v4',
    'esp32',
    'esp32-devkit',
    'esp32-devkit-v1',
    'esp32_generic',
  ],
  port: 'esp32',
  machine: 'Generic ESP32 module with ESP32',
  platform: 'esp32',
  apiBoard: 'esp32:ESP32_GENERIC',
  description:
    'The classic board for connected things: 25 pins, 15 analog inputs, Wi-Fi and Bluetooth. Runs at 3.3 V.',
  logicVolts: 3.3,
  cpuFrequency: 160_000_000,
  // About 160 kB are free when main.py starts on a module without PSRAM.
  heapBytes: 160_000,
  // A chosen round figure: real boards run on the order of 100,000 simple statements a second.
  statementCost: 8_000,
  adc: {
    bits: 12,
    referenceVolts: 1.1,
    // An idealization: round full-scale values and a straight line. A real ESP32 saturates earlier and bends at both ends.
    attenuations: [
      { name: 'ATTN_0DB', value: 0, volts: 1.1 },
      { name: 'ATTN_2_5DB', value: 1, volts: 1.5 },
      { name: 'ATTN_6DB', value: 2, volts: 2.2 },
      { name: 'ATTN_11DB', value: 3, volts: 3.3 },
    ],
  },
  // The LED PWM unit trades resolution for speed: 10 bits and more up to 78 kHz, 1 bit at 40 MHz.
  pwm: { minFrequency: 1, maxFrequency: 40_000_000, dutyBits: 13 },
  onboardLed: 2,
  pins: [
    ...GPIOS.map(gpio),
    { name: '3V3', aliases: ['3V3.1', '3.3V'], role: 'power', volts: 3.3 },
    { name: 'VIN', aliases: ['5V', 'V5'], role: 'power', volts: 5 },
    { name: 'GND', aliases: ['GND.1', 'GND.2', 'GND.3'], role: 'ground' },
    { name: 'EN', aliases: ['RST'], role: 'other' },
  ],
  bootImports: ['gc', 'vfs'],
};
