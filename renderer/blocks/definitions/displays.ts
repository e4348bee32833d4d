/** Screens: small pictures (SSD1306, SH1106, framebuf) and rows of letters (LCD with HD44780). */

import {
  type BlockFamily,
  known,
  menu,
  object,
  operators,
  option,
  slot,
  statement,
  value,
} from '../block-spec.ts';
import { by } from '../program/forms.ts';

const SCREENS = [
  'ssd1306.SSD1306_I2C',
  'ssd1306.SSD1306_SPI',
  'ssd1306.SSD1306',
  'sh1106.SH1106_I2C',
  'sh1106.SH1106_SPI',
  'framebuf.FrameBuffer',
  'max7219.Matrix8x8',
];
const screen = known('SCREEN', SCREENS, 'oled', 'display', 'screen', 'lcd', 'tft', 'fb', 'fbuf', 'framebuf');
const X = slot('X', '0');
const Y = slot('Y', '0');
const COLOR = slot('COLOR', '1');

const LCDS = ['pico_i2c_lcd.I2cLcd', 'machine_i2c_lcd.I2cLcd', 'esp8266_i2c_lcd.I2cLcd', 'i2c_lcd.I2cLcd'];
const lcd = object('LCD', 'lcd', ...LCDS);
const lcdMethods: Readonly<Record<string, string>> = {
  clear: '$LCD.clear()',
  backlight_on: '$LCD.backlight_on()',
  backlight_off: '$LCD.backlight_off()',
};

const drawing = [
  statement('screen_fill', {
    message: 'SCREEN_FILL',
    args: [screen, slot('COLOR', '0')],
    tooltip: 'SCREEN_FILL_TIP',
    python: '$SCREEN.fill($COLOR)',
  }),
  statement('screen_text', {
    message: 'SCREEN_TEXT',
    args: [slot('TEXT', "''"), screen, X, Y, option('COLOR')],
    tooltip: 'SCREEN_TEXT_TIP',
    python: '$SCREEN.text($TEXT, $X, $Y, $COLOR)',
  }),
  statement('screen_pixel', {
    message: 'SCREEN_PIXEL',
    args: [screen, X, Y, COLOR],
    tooltip: 'SCREEN_PIXEL_TIP',
    python: '$SCREEN.pixel($X, $Y, $COLOR)',
  }),
  statement('screen_line', {
    message: 'SCREEN_LINE',
    args: [screen, X, Y, slot('X2', '0'), slot('Y2', '0'), COLOR],
    tooltip: 'SCREEN_LINE_TIP',
    python: '$SCREEN.line($X, $Y, $X2, $Y2, $COLOR)',
  }),
  statement('screen_straight', {
    message: 'SCREEN_STRAIGHT',
    args: [
      menu('SHAPE', ['SCREEN_HLINE', 'hline'], ['SCREEN_VLINE', 'vline']),
      screen,
      X,
      Y,
      slot('LENGTH', '10'),
      COLOR,
    ],
    tooltip: 'SCREEN_STRAIGHT_TIP',
    python: '$SCREEN.$SHAPE($X, $Y, $LENGTH, $COLOR)',
  }),
  statement('screen_rect', {
    message: 'SCREEN_RECT',
    args: [
      menu('SHAPE', ['SCREEN_RECT_EMPTY', 'rect'], ['SCREEN_RECT_FULL', 'fill_rect']),
      screen,
      X,
      Y,
      slot('WIDTH', '10'),
      slot('HEIGHT', '10'),
      COLOR,
    ],
    tooltip: 'SCREEN_RECT_TIP',
    python: '$SCREEN.$SHAPE($X, $Y, $WIDTH, $HEIGHT, $COLOR)',
  }),
  statement('screen_scroll', {
    message: 'SCREEN_SCROLL',
    args: [screen, X, Y],
    tooltip: 'SCREEN_SCROLL_TIP',
    python: '$SCREEN.scroll($X, $Y)',
  }),
  statement('screen_show', {
    message: 'SCREEN_SHOW',
    args: [screen],
    tooltip: 'SCREEN_SHOW_TIP',
    python: '$SCREEN.show()',
  }),
];

const letters = [
  value('lcd_new', {
    message: 'LCD_NEW',
    args: [
      operators('DRIVER', Object.fromEntries(LCDS.map((path) => [path, path.split('.')[0] ?? path]))),
      slot('ROWS', '2'),
      slot('COLUMNS', '16'),
      slot('BUS', 'i2c'),
      slot('ADDRESS', '39'),
    ],
    tooltip: 'LCD_NEW_TIP',
    python: LCDS.map((path) => ({
      python: `${path}($BUS, $ADDRESS, $ROWS, $COLUMNS)`,
      fields: { DRIVER: path },
    })),
  }),
  statement('lcd_print', {
    message: 'LCD_PRINT',
    args: [slot('TEXT', "''"), lcd],
    tooltip: 'LCD_PRINT_TIP',
    python: '$LCD.putstr($TEXT)',
  }),
  statement('lcd_move', {
    message: 'LCD_MOVE',
    args: [lcd, slot('COLUMN', '0'), slot('ROW', '0')],
    tooltip: 'LCD_MOVE_TIP',
    python: '$LCD.move_to($COLUMN, $ROW)',
  }),
  statement('lcd_do', {
    message: 'LCD_DO',
    args: [
      known('LCD', LCDS, 'lcd'),
      menu(
        'WHAT',
        ['LCD_CLEAR', 'clear'],
        ['LCD_LIGHT_ON', 'backlight_on'],
        ['LCD_LIGHT_OFF', 'backlight_off'],
      ),
    ],
    tooltip: 'LCD_DO_TIP',
    python: by('WHAT', lcdMethods),
  }),
];

export const displays: BlockFamily = {
  style: 'displays',
  blocks: [
    value('screen_new', {
      message: 'SCREEN_NEW',
      args: [
        operators('KIND', { 'ssd1306.SSD1306_I2C': 'SSD1306', 'sh1106.SH1106_I2C': 'SH1106' }),
        slot('WIDTH', '128'),
        slot('HEIGHT', '64'),
        slot('BUS', 'i2c'),
        option('ADDRESS'),
      ],
      tooltip: 'SCREEN_NEW_TIP',
      python: ['ssd1306.SSD1306_I2C', 'sh1106.SH1106_I2C'].flatMap((path) =>
        ['addr=$ADDRESS', '$ADDRESS'].map((address) => ({
          python: `${path}($WIDTH, $HEIGHT, $BUS, ${address})`,
          fields: { KIND: path },
        })),
      ),
    }),
    ...drawing,
    ...letters,
  ],
};
