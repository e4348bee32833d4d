/** The micro:bit: its screen, buttons, sensors, pins and tones. Source: micro:bit MicroPython docs. */

import { type BlockFamily, menu, object, operators, option, slot, statement, value } from '../block-spec.ts';
import { by, type FormSource } from '../program/forms.ts';
import { runOf } from './open-calls.ts';

const IMAGES =
  'HEART HEART_SMALL HAPPY SMILE SAD CONFUSED ANGRY ASLEEP SURPRISED SILLY FABULOUS MEH YES NO ARROW_N ARROW_E ARROW_S ' +
  'ARROW_W TRIANGLE CHESSBOARD DIAMOND DIAMOND_SMALL SQUARE SQUARE_SMALL RABBIT COW DUCK HOUSE TORTOISE BUTTERFLY ' +
  'STICKFIGURE GHOST SWORD GIRAFFE SKULL UMBRELLA SNAKE PACMAN TARGET TSHIRT ROLLERSKATE PITCHFORK XMAS';

function same(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

const images = IMAGES.split(' ');
const touch: readonly FormSource[] = ['button_a', 'button_b'].flatMap((BUTTON) =>
  ['is_pressed', 'was_pressed', 'get_presses'].map((WHAT) => ({
    python: `microbit.${BUTTON}.${WHAT}()`,
    fields: { BUTTON, WHAT },
  })),
);
const pin = object('PIN', 'pin0', 'microbit.MicroBitDigitalPin');

const screen = [
  statement('mb_show', {
    message: 'MB_SHOW',
    args: [slot('WHAT', "''")],
    tooltip: 'MB_SHOW_TIP',
    python: 'microbit.display.show($WHAT)',
  }),
  statement('mb_scroll', {
    message: 'MB_SCROLL',
    args: [slot('WHAT', "''"), option('DELAY')],
    tooltip: 'MB_SCROLL_TIP',
    python: 'microbit.display.scroll($WHAT, delay=$DELAY)',
  }),
  statement('mb_clear', { message: 'MB_CLEAR', tooltip: 'MB_CLEAR_TIP', python: 'microbit.display.clear()' }),
  statement('mb_set_pixel', {
    message: 'MB_SET_PIXEL',
    args: [slot('X', '0'), slot('Y', '0'), slot('BRIGHTNESS', '9')],
    tooltip: 'MB_SET_PIXEL_TIP',
    python: 'microbit.display.set_pixel($X, $Y, $BRIGHTNESS)',
  }),
  value('mb_image', {
    message: 'MB_IMAGE',
    args: [operators('NAME', same(images))],
    tooltip: 'MB_IMAGE_TIP',
    python: by('NAME', Object.fromEntries(images.map((name) => [name, `microbit.Image.${name}`]))),
  }),
  value('mb_own_image', {
    message: 'MB_OWN_IMAGE',
    args: [slot('ROWS', "'00000:00000:00000:00000:00000'")],
    tooltip: 'MB_OWN_IMAGE_TIP',
    python: 'microbit.Image($ROWS)',
  }),
];

const sensing = [
  value('mb_button', {
    message: 'MB_BUTTON',
    args: [
      operators('BUTTON', { button_a: 'A', button_b: 'B' }),
      menu(
        'WHAT',
        ['MB_IS_PRESSED', 'is_pressed'],
        ['MB_WAS_PRESSED', 'was_pressed'],
        ['MB_PRESSES', 'get_presses'],
      ),
    ],
    tooltip: 'MB_BUTTON_TIP',
    python: touch,
  }),
  value('mb_acceleration', {
    message: 'MB_ACCELERATION',
    args: [operators('AXIS', { x: 'x', y: 'y', z: 'z' })],
    tooltip: 'MB_ACCELERATION_TIP',
    python: by(
      'AXIS',
      Object.fromEntries(['x', 'y', 'z'].map((axis) => [axis, `microbit.accelerometer.get_${axis}()`])),
    ),
  }),
  value('mb_gesture', {
    message: 'MB_GESTURE',
    args: [menu('WHEN', ['MB_GESTURE_IS', 'is'], ['MB_GESTURE_WAS', 'was']), slot('GESTURE', "'shake'")],
    tooltip: 'MB_GESTURE_TIP',
    python: by('WHEN', {
      is: 'microbit.accelerometer.is_gesture($GESTURE)',
      was: 'microbit.accelerometer.was_gesture($GESTURE)',
    }),
  }),
  value('mb_sense', {
    message: 'MB_SENSE',
    args: [menu('WHAT', ['MB_TEMPERATURE', 'temperature'], ['MB_HEADING', 'heading'], ['MB_LIGHT', 'light'])],
    tooltip: 'MB_SENSE_TIP',
    python: by('WHAT', {
      temperature: 'microbit.temperature()',
      heading: 'microbit.compass.heading()',
      light: 'microbit.display.read_light_level()',
    }),
  }),
  value('mb_pin_read', {
    message: 'MB_PIN_READ',
    args: [
      pin,
      menu('HOW', ['MB_DIGITAL', 'read_digital'], ['MB_ANALOG', 'read_analog'], ['MB_TOUCHED', 'is_touched']),
    ],
    tooltip: 'MB_PIN_READ_TIP',
    python: '$PIN.$HOW()',
  }),
  statement('mb_pin_write', {
    message: 'MB_PIN_WRITE',
    args: [
      pin,
      menu('HOW', ['MB_DIGITAL', 'write_digital'], ['MB_ANALOG', 'write_analog']),
      slot('VALUE', '0'),
    ],
    tooltip: 'MB_PIN_WRITE_TIP',
    python: '$PIN.$HOW($VALUE)',
  }),
];

const air = [
  statement('mb_music', { message: 'MB_MUSIC', tooltip: 'MB_MUSIC_TIP', ...runOf('music.play') }),
  statement('mb_pitch', {
    message: 'MB_PITCH',
    args: [slot('FREQ', '440'), option('MS')],
    tooltip: 'MB_PITCH_TIP',
    python: ['music.pitch($FREQ, $MS)', 'music.pitch($FREQ, duration=$MS)'],
  }),
  statement('mb_radio', {
    message: 'MB_RADIO',
    args: [menu('STATE', ['PIN_ON', 'on'], ['PIN_OFF', 'off'])],
    tooltip: 'MB_RADIO_TIP',
    python: by('STATE', { on: 'radio.on()', off: 'radio.off()' }),
  }),
  statement('mb_radio_settings', {
    message: 'MB_RADIO_SETTINGS',
    tooltip: 'MB_RADIO_SETTINGS_TIP',
    ...runOf('radio.config'),
  }),
  statement('mb_radio_send', {
    message: 'MB_RADIO_SEND',
    args: [slot('TEXT', "''")],
    tooltip: 'MB_RADIO_SEND_TIP',
    python: 'radio.send($TEXT)',
  }),
  value('mb_radio_receive', {
    message: 'MB_RADIO_RECEIVE',
    tooltip: 'MB_RADIO_RECEIVE_TIP',
    python: 'radio.receive()',
  }),
];

export const microbit: BlockFamily = { style: 'displays', blocks: [...screen, ...sensing, ...air] };
