/** What the palette offers for things on pins and wires, for the clock and the board itself. */

import { ITEM } from '../shape.ts';
import { block, type Entry, late, maker, name, named, number, pin, suggested, words } from './entry.ts';

const pinBlock = (gpio: number) => ({ block: block('pin_new', { PIN: pin(gpio) }, { MODE: 'NONE' }) });

export const morePins: readonly Entry[] = [
  named('relay', maker('pin_new_value', { PIN: pin(12), VALUE: number(0) })),
  maker('pin_irq', { PIN: suggested('input'), HANDLER: name('pressed') }, { TRIGGER: 'FALLING' }),
  named('led', late('pyb_led', { NUMBER: number(1) })),
];

const ds = { SENSOR: suggested('ds18x20') };

export const moreSensors: readonly Entry[] = [
  named('sonar', maker('ultrasonic_new', { TRIGGER: pin(3), ECHO: pin(2) })),
  maker('ultrasonic_read', { SENSOR: suggested('sonar') }),
  late('pulse_length', { PIN: suggested('input'), LEVEL: number(1), TIMEOUT: number(30000) }),
  named('wire', maker('onewire_new', { PIN: pin(4) })),
  named('ds_sensor', maker('ds18x20_new', { WIRE: suggested('wire') })),
  named('roms', maker('ds18x20_scan', ds)),
  maker('ds18x20_measure', ds),
  maker('ds18x20_read', { ...ds, ROM: name('rom') }),
  named('touch', maker('touch_new', { PIN: pin(4) })),
  maker('touch_read', { PAD: suggested('touch') }),
  maker('adc_range', { SENSOR: suggested('analog') }),
  late('adc_bits', { SENSOR: suggested('analog') }),
];

const timer = { TIMER: suggested('timer'), RATE: number(1000), CALLBACK: name('tick') };
const rtc = { CLOCK: suggested('rtc') };

export const moreTime: readonly Entry[] = [
  late('sleep_us', { US: number(10) }),
  late('clock_now'),
  late('ticks_add', { START: { block: block('ticks_ms') }, DELTA: number(500) }),
  named('timer', maker('timer_new')),
  maker('timer_start', timer),
  named('timer', late('timer_running', { ID: number(0), RATE: number(1000), CALLBACK: name('tick') })),
  maker('deinit', { DEVICE: suggested('timer') }),
  named('now', maker('date_parts')),
  named('rtc', maker('rtc_new')),
  maker('rtc_read', rtc),
  maker('rtc_set', { ...rtc, TIME: dateTuple(2026, 9, 1, 1, 8, 0, 0, 0) }),
  maker('internet_time'),
];

const chain = { CHAIN: suggested('chain') };
const red = { RED: number(255), GREEN: number(0), BLUE: number(0) };
const screen = { SCREEN: suggested('screen') };
const at = (x: number, y: number) => ({ X: number(x), Y: number(y) });
const bright = { COLOR: number(1) };
const lcd = { LCD: suggested('lcd') };

export const displays: readonly Entry[] = [
  named('np', maker('neopixel_new', { COUNT: number(8), PIN: pin(16) })),
  maker('neopixel_set', { ...chain, INDEX: number(0), ...red }),
  maker('neopixel_fill', { ...chain, RED: number(0), GREEN: number(0), BLUE: number(0) }),
  maker('neopixel_show', chain),
  late('neopixel_set_color', { ...chain, INDEX: number(0), COLOR: name('color') }),
  late('neopixel_fill_color', { ...chain, COLOR: name('color') }),
  named('oled', maker('screen_new', { WIDTH: number(128), HEIGHT: number(64), BUS: suggested('i2c') })),
  maker('screen_fill', { ...screen, COLOR: number(0) }),
  maker('screen_text', { TEXT: words('Hello'), ...screen, ...at(0, 0) }),
  maker('screen_show', screen),
  maker('screen_pixel', { ...screen, ...at(10, 20), ...bright }),
  maker('screen_line', { ...screen, ...at(0, 0), X2: number(127), Y2: number(63), ...bright }),
  late('screen_straight', { ...screen, ...at(0, 10), LENGTH: number(128), ...bright }),
  maker('screen_rect', { ...screen, ...at(0, 0), WIDTH: number(20), HEIGHT: number(10), ...bright }),
  late('screen_scroll', { ...screen, ...at(0, -8) }),
  named(
    'lcd',
    late('lcd_new', { ROWS: number(2), COLUMNS: number(16), BUS: suggested('i2c'), ADDRESS: number('0x27') }),
  ),
  late('lcd_print', { TEXT: words('Hello'), ...lcd }),
  late('lcd_move', { ...lcd, COLUMN: number(0), ROW: number(1) }),
  late('lcd_do', lcd),
];

const bus = { BUS: suggested('i2c') };
const uart = { BUS: suggested('uart') };
const bytes = { block: block('text_literal', {}, { SOURCE: "b'\\x00'" }) };

export const buses: readonly Entry[] = [
  named('i2c', maker('i2c_new', { ID: number(0), SCL: pin(1), SDA: pin(0) }, { KIND: 'I2C' })),
  maker('i2c_scan', bus),
  late('i2c_read', { ...bus, COUNT: number(2), ADDRESS: number('0x40') }),
  late('i2c_read_register', {
    ...bus,
    COUNT: number(2),
    REGISTER: number('0x3B'),
    ADDRESS: number('0x68'),
  }),
  late('i2c_write', { ...bus, DATA: bytes, ADDRESS: number('0x40') }),
  late('i2c_write_register', { ...bus, DATA: bytes, REGISTER: number('0x6B'), ADDRESS: number('0x68') }),
  named(
    'uart',
    late(
      'uart_new',
      settings(number(1), number(9600), pinBlock(4), pinBlock(5)),
      {},
      {
        args: ['', 'baudrate=', 'tx=', 'rx='],
      },
    ),
  ),
  late('bus_write', { DATA: words('Hello'), ...uart }),
  late('uart_read', uart),
  late('bus_read', { COUNT: number(4), ...uart }),
  named(
    'spi',
    late(
      'spi_new',
      settings(number(0), pinBlock(2), pinBlock(3), pinBlock(4)),
      {},
      {
        args: ['', 'sck=', 'mosi=', 'miso='],
      },
    ),
  ),
];

export const board: readonly Entry[] = [
  late('board_restart'),
  late('board_sleep', { MS: number(60000) }, { DEPTH: 'deepsleep' }),
  late('board_read'),
  late('board_speed', { HZ: number(125000000) }),
  named('wdt', late('watchdog_new', { MS: number(5000) })),
  late('watchdog_feed', { WATCHDOG: suggested('watchdog') }),
  late('memory_collect'),
  late('memory_read'),
  named('SPEED', late('fixed_number', { VALUE: number(10) })),
];

const mbPin = { PIN: name('pin0') };

export const microbit: readonly Entry[] = [
  late('mb_show', { WHAT: { block: block('mb_image', {}, { NAME: 'HEART' }) } }),
  late('mb_image', {}, { NAME: 'HAPPY' }),
  late('mb_own_image', { ROWS: words('09090:99999:99999:09990:00900') }),
  late('mb_scroll', { WHAT: words('Hello') }),
  late('mb_clear'),
  late('mb_set_pixel', { ...at(2, 2), BRIGHTNESS: number(9) }),
  late('mb_button'),
  late('mb_gesture', { GESTURE: words('shake') }),
  late('mb_acceleration'),
  late('mb_sense'),
  late('mb_pin_read', mbPin),
  late('mb_pin_write', { ...mbPin, VALUE: number(1) }),
  late(
    'mb_music',
    settings({ block: block('attribute', { OBJECT: name('music') }, { NAME: 'BIRTHDAY' }) }),
    {},
    {
      args: [''],
    },
  ),
  late('mb_pitch', { FREQ: number(440), MS: number(500) }),
  late('mb_radio', {}, { STATE: 'on' }),
  late('mb_radio_settings', settings(number(7)), {}, { args: ['group='] }),
  late('mb_radio_send', { TEXT: words('hello') }),
  late('mb_radio_receive'),
];

type Slots = NonNullable<Parameters<typeof block>[1]>;

function settings(...slots: readonly Slots[string][]): Slots {
  return Object.fromEntries(slots.map((slot, n) => [`${ITEM}${n}`, slot]));
}

function dateTuple(...parts: readonly number[]): Slots[string] {
  return { block: block('tuple', settings(...parts.map(number)), {}, { items: parts.length }) };
}
