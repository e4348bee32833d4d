/**
 * Raspberry Pi Pico as data. Knows no behavior.
 * Sources: Raspberry Pi Pico datasheet (pinout, power pins), RP2040 datasheet (ADC, PWM), MicroPython rp2 quick reference.
 */

import type { BoardDefinition, BoardPin } from '../diagram/catalog.ts';

/** GP23, GP24 and GP29 serve the power supply on the board; GP25 is the LED. None of the four is on the header. */
const ON_BOARD: Readonly<Record<number, string | undefined>> = {
  23: 'GPIO23 sets the mode of the power supply on the board.',
  24: 'GPIO24 senses USB power on the board.',
  25: undefined,
  29: 'GPIO29 measures the supply voltage on the board.',
};

const FIRST_ADC_GPIO = 26;

function gpio(number: number): BoardPin {
  const caution = ON_BOARD[number];
  return {
    name: `GPIO${number}`,
    aliases: [`GP${number}`, `${number}`, ...(number === 25 ? ['LED'] : [])],
    role: 'gpio',
    gpio: number,
    ...(number >= FIRST_ADC_GPIO && { adc: { unit: 0, channel: number - FIRST_ADC_GPIO } }),
    ...(number in ON_BOARD && { brokenOut: false }),
    ...(caution && { caution }),
  };
}

const GROUNDS = ['GND.1', 'GND.2', 'GND.3', 'GND.4', 'GND.5', 'GND.6', 'GND.7', 'GND.8', 'AGND'];

export const PICO: BoardDefinition = {
  id: 'pico',
  name: 'Raspberry Pi Pico',
  aliases: ['wokwi-pi-pico', 'board-pi-pico', 'raspberry-pi-pico', 'rpi_pico', 'rp2040'],
  port: 'rp2',
  machine: 'Raspberry Pi Pico with RP2040',
  platform: 'rp2',
  apiBoard: 'rp2:RPI_PICO',
  description: 'Small and cheap: 26 pins, 3 analog inputs, no radio. Runs at 3.3 V.',
  logicVolts: 3.3,
  cpuFrequency: 125_000_000,
  // MicroPython gives the RP2040 a heap of 192 KiB; about 190 kB of it are free when main.py starts.
  heapBytes: 190_000,
  // A chosen round figure: real boards run on the order of 100,000 simple statements a second.
  statementCost: 10_000,
  adc: { bits: 12, referenceVolts: 3.3, attenuations: [] },
  pwm: { minFrequency: 8, maxFrequency: 62_500_000, dutyBits: 16 },
  led: 25,
  onboardLed: 25,
  pins: [
    ...Array.from({ length: 30 }, (_, number) => gpio(number)),
    { name: '3V3', aliases: ['3V3(OUT)', '3V3_OUT', '3V3.1'], role: 'power', volts: 3.3 },
    { name: 'VBUS', aliases: ['5V'], role: 'power', volts: 5 },
    // VSYS is VBUS behind a diode, about 4.7 V on USB power; the drop is left out.
    { name: 'VSYS', aliases: [], role: 'power', volts: 5 },
    { name: 'GND', aliases: GROUNDS, role: 'ground' },
    { name: '3V3_EN', aliases: [], role: 'other' },
    { name: 'RUN', aliases: [], role: 'other' },
    { name: 'ADC_VREF', aliases: [], role: 'other' },
  ],
  bootImports: ['machine', 'rp2'],
};
