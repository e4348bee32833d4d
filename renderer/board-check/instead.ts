/** What to use in place of what a board lacks, for the differences that learners meet: a table from names to message keys. */

import type { BoardApi } from '#interpreter/boards/api/board-api.ts';
import type { ApiBoard } from '#interpreter/boards/api/names.ts';
import type { MessageKey } from '../i18n/words.ts';
import type { FindingKind } from './finding.ts';
import { canBeInstalled } from './modules.ts';

/** Part of a message key behind `instead.`. */
export type Instead = MessageKey extends infer Key
  ? Key extends `instead.${infer Name}`
    ? Name
    : never
  : never;

interface Row {
  /** The whole path. */
  readonly names: RegExp;
  readonly instead: Instead;
  /** Only for these boards. */
  readonly on?: readonly ApiBoard[];
}

const THREE_VOLTS: readonly ApiBoard[] = [
  'pico',
  'pico_w',
  'pico2',
  'pico2_w',
  'nano_rp2040',
  'pybv11',
  'wio_terminal',
];

/** The first row that fits counts. */
const ROWS: readonly Row[] = [
  { names: /^machine\.Pin\.high$/, instead: 'pinOn' },
  { names: /^machine\.Pin\.low$/, instead: 'pinOff' },
  { names: /^machine\.Pin\.toggle$/, instead: 'pinToggle' },
  { names: /^machine\.Pin\.PULL_DOWN$/, instead: 'pullDown' },
  { names: /^machine\.ADC\.(read|width|WIDTH_\w+)$/, instead: 'adcRead' },
  { names: /^machine\.ADC\.(atten|ATTN_\w+)$/, instead: 'adcRange', on: THREE_VOLTS },
  { names: /^machine\.ADC\.(atten|ATTN_\w+)$/, instead: 'adcOneVolt', on: ['esp8266'] },
  { names: /^machine\.ADC\.read_uv$/, instead: 'adcVolts', on: THREE_VOLTS },
  { names: /^machine\.DAC$/, instead: 'dac' },
  { names: /^machine\.PWM\.duty$/, instead: 'duty' },
  { names: /^machine\.(Counter|Encoder)$|^esp32\.PCNT$/, instead: 'count' },
  { names: /^machine\.TouchPad$/, instead: 'touch' },
  { names: /^machine\.RTC\.memory$/, instead: 'memory' },
  { names: /^machine\.bootloader$/, instead: 'bootloader' },
  { names: /^machine\.I2CTarget$/, instead: 'target' },
  { names: /^machine\.sleep$/, instead: 'sleep' },
  { names: /^machine\.(SOFT|HARD|DEEPSLEEP)_RESET$/, instead: 'resetCause' },
  { names: /^machine\.SDCard$/, instead: 'sdCard' },
  { names: /^esp32\.hall_sensor$/, instead: 'hall' },
  { names: /^esp32\.raw_temperature$/, instead: 'chipCelsius' },
  { names: /^esp32\.mcu_temperature$/, instead: 'chipFahrenheit' },
  { names: /^os\.uname$/, instead: 'uname' },
  { names: /^network\.STAT_\w+$/, instead: 'connected' },
  { names: /^(network(\.WLAN)?|socket|ssl|tls|websocket|espnow)$/, instead: 'radio' },
  { names: /^bluetooth$/, instead: 'bluetooth' },
  { names: /^_thread$/, instead: 'thread' },
  { names: /^threading$/, instead: 'threading' },
  { names: /^(pyb|stm|rp2|esp|esp32|samd)$/, instead: 'machine' },
  {
    names:
      /^(board|digitalio|analogio|busio|pwmio|microcontroller|adafruit_\w+|RPi|gpiozero|pigpio|microbit|calliope)$/,
    instead: 'otherPython',
  },
];

const BY_KIND: Readonly<Partial<Record<FindingKind, Instead>>> = {
  'newer-version': 'update',
  'other-pin': 'led',
};

export function insteadOf(kind: FindingKind, name: string, api: BoardApi): Instead | undefined {
  if (kind === 'missing-pin') return name.includes('LED') ? 'ledNumber' : 'pinNumber';
  const row = ROWS.find(
    ({ names, on }) => names.test(name) && (!on || api.boards.every((board) => on.includes(board))),
  );
  const file = kind === 'unknown-module' || canBeInstalled(name) ? 'copyFile' : undefined;
  return BY_KIND[kind] ?? row?.instead ?? file;
}
