import { describe, expect, it } from 'vitest';
import { type BoardApi, findBoardApi } from '#interpreter/boards/api/board-api.ts';
import { checkForBoard, firstOfEach, type CheckForBoardOptions } from './check-for-board.ts';
import { findingSentence } from './describe-finding.ts';

const MACHINES = {
  pico: ['Raspberry Pi Pico with RP2040', 'rp2'],
  picoW: ['Raspberry Pi Pico W with RP2040', 'rp2'],
  esp32: ['Generic ESP32 module with ESP32', 'esp32'],
  c3: ['Generic ESP32C3 module with ESP32C3', 'esp32'],
  esp8266: ['ESP module with ESP8266', 'esp8266'],
  pyboard: ['PYBv1.1 with STM32F405RG', 'pyboard'],
} as const;
type Board = keyof typeof MACHINES;

function api(board: Board, version = '1.28.0'): BoardApi {
  const [machine, platform] = MACHINES[board];
  const found = findBoardApi({ machine, platform, version });
  if (!found) throw new Error(`Nothing is known about ${machine}.`);
  return found;
}

/** `line:column kind name` of every finding in a main.py of these lines. */
function found(board: Board, lines: string | readonly string[], options?: CheckForBoardOptions): string[] {
  const text = typeof lines === 'string' ? lines : lines.join('\n');
  return checkForBoard({ 'main.py': text }, api(board), options).map(
    ({ line, column, kind, name }) => `${line}:${column} ${kind} ${name}`,
  );
}

describe('what is missing', () => {
  it.each<[Board, readonly string[], readonly string[]]>([
    [
      'esp32',
      ['from machine import Pin', 'led = Pin(2, Pin.OUT)', 'led.high()'],
      ['3:5 missing-method machine.Pin.high'],
    ],
    ['esp32', ['import machine as m', 'm.Pin(2).low()'], ['2:10 missing-method machine.Pin.low']],
    ['pico', ['import network', 'w = network.WLAN()'], ['1:8 missing-module network']],
    [
      'pico',
      ['from machine import Pin, DAC, ADC as A', 'A(26).read()'],
      ['1:26 missing-name machine.DAC', '2:7 missing-method machine.ADC.read'],
    ],
    [
      'pico',
      ['from machine import *', 'a = ADC(26)', 'a.atten(ADC.ATTN_11DB)'],
      ['3:3 missing-method machine.ADC.atten', '3:13 missing-name machine.ADC.ATTN_11DB'],
    ],
    [
      'pyboard',
      [
        'from machine import Pin',
        'class Lamp:',
        '    def __init__(self):',
        "        self.pin = Pin('X1', Pin.OUT)",
        '    def flip(self):',
        '        self.pin.toggle()',
      ],
      ['6:18 missing-method machine.Pin.toggle'],
    ],
    [
      'esp32',
      [
        'from machine import Pin',
        'leds = [Pin(n, Pin.OUT) for n in (2, 4)]',
        'for led in leds:',
        '    led.high()',
        'leds[0].low()',
      ],
      ['4:9 missing-method machine.Pin.high', '5:9 missing-method machine.Pin.low'],
    ],
    [
      'esp32',
      ['import machine', 'def blink():', '    p = machine.Pin(2)', '    def inner():', '        p.high()'],
      ['5:11 missing-method machine.Pin.high'],
    ],
    ['esp8266', ['import _thread'], ['1:8 missing-module _thread']],
    ['c3', ['from esp32 import raw_temperature'], ['1:19 missing-name esp32.raw_temperature']],
    ['esp32', ['import esp32', 'print(f"{esp32.hall_sensor()}")'], ['2:16 missing-name esp32.hall_sensor']],
    [
      'esp32',
      [
        'from machine import Pin',
        'try:',
        '    while True:',
        '        Pin(2).high()',
        '        x = 1',
        '        y = 2',
        'except KeyboardInterrupt:',
        '    pass',
      ],
      ['4:16 missing-method machine.Pin.high'],
    ],
    ['pico', ['from machine import Pin', 'led = Pin(34, Pin.OUT)'], ['2:11 missing-pin 34']],
    ['esp32', ['from machine import Pin', 'led = Pin("LED", Pin.OUT)'], ['2:11 missing-pin "LED"']],
    ['picoW', ['from machine import Pin', 'led = Pin(25, Pin.OUT)'], ['2:11 other-pin 25']],
  ])('%s: %j', (board, lines, expected) => {
    expect(found(board, lines)).toEqual(expected);
  });

  it('names each file, and each name once where a person reads them', () => {
    const files = { 'main.py': 'import pump\n', 'lib/pump.py': 'import network\nimport network\n' };
    const findings = checkForBoard(files, api('pico'));
    expect(findings.map(({ file, line }) => `${file}:${line}`)).toEqual(['lib/pump.py:1', 'lib/pump.py:2']);
    expect(firstOfEach(findings).map(({ line }) => line)).toEqual([1]);
  });

  it('names what came with a later MicroPython, when the version is known', () => {
    const check = (version: string) =>
      checkForBoard({ 'main.py': 'import asyncio\nimport uasyncio' }, api('pico', version)).map(
        ({ kind, line, since }) => `${line} ${kind} ${since}`,
      );
    expect([check('1.19.1'), check('1.28.0')]).toEqual([['1 newer-version 1.21'], []]);
  });
});

describe('what is not called missing', () => {
  it.each<[string, Board, readonly string[]]>([
    [
      'what the board has',
      'pico',
      ['from machine import Pin', 'Pin("LED", Pin.OUT).high()', 'Pin(25, Pin.OUT).toggle()'],
    ],
    ['names that are nowhere known', 'pico', ['import machine', 'machine.Pin(1).hihg()', 'machine.blink()']],
    [
      'an import that may fail',
      'pico',
      [
        'try:',
        '    import network',
        'except ImportError:',
        '    network = None',
        'if network:',
        '    network.WLAN()',
      ],
    ],
    [
      'the other half of such an import',
      'pico',
      ['try:', '    from machine import Pin', 'except ImportError:', '    from pyb import Pin'],
    ],
    [
      'a call that may fail',
      'esp32',
      [
        'from machine import Pin',
        'p = Pin(2)',
        'try:',
        '    p.high()',
        'except AttributeError:',
        '    p.on()',
      ],
    ],
    [
      'what is asked for first',
      'esp32',
      [
        'from machine import Pin',
        'p = Pin(2)',
        'if hasattr(p, "high"):',
        '    p.high()',
        'x = p.low() if hasattr(p, "low") else None',
        'hasattr(p, "low") and p.low()',
      ],
    ],
    [
      'a program for several boards',
      'pico',
      [
        'import sys, machine',
        'ESP = sys.platform == "esp32"',
        'def measure():',
        '    return machine.ADC(26).read()',
        'if ESP:',
        '    import esp32',
        'else:',
        '    import pyb',
      ],
    ],
    [
      'what stands below a way out',
      'esp32',
      [
        'import sys',
        'from machine import Pin',
        'if sys.platform == "esp32":',
        '    sys.exit()',
        'Pin(2).high()',
      ],
    ],
    [
      'what is switched off',
      'pico',
      ['USE_WIFI = False', 'if USE_WIFI:', '    import network', 'if 0:', '    import pyb'],
    ],
    [
      'names with several meanings',
      'esp32',
      [
        'from machine import Pin',
        'class Lamp:',
        '    def high(self): pass',
        'led = Pin(2)',
        'led = Lamp()',
        'led.high()',
      ],
    ],
    [
      'parameters and loop variables',
      'esp32',
      [
        'from machine import Pin',
        'led = Pin(2)',
        'def f(led):',
        '    led.high()',
        'for led in things():',
        '    led.high()',
      ],
    ],
    [
      'methods of a class of its own',
      'esp32',
      ['from machine import Pin as P', 'class Pin(P):', '    def high(self): self(1)', 'Pin(2).high()'],
    ],
    [
      'names that the program sets',
      'esp32',
      ['import machine', 'machine.Pin.high = lambda self: self(1)', 'machine.Pin(2).high()'],
    ],
    ['modules that can be files', 'pico', ['import ssd1306, umqtt.simple, ntptime']],
    [
      'old names of modules',
      'pico',
      ['import utime, ujson, uos, umachine', 'from ubinascii import hexlify', 'utime.sleep_ms(1)'],
    ],
    [
      'pins that are worked out, and pins of other modules',
      'pico',
      ['from machine import Pin', 'from own import Pin as P', 'n = 99', 'Pin(n)', 'P(99)'],
    ],
    ['GPIO25 of a Pico W as an input', 'picoW', ['from machine import Pin', 'p = Pin(25, Pin.IN)']],
    ['text that does not parse', 'pico', ['import network', 'while True', '']],
  ])('%s', (_, board, lines) => {
    expect(found(board, lines)).toEqual([]);
  });

  it("the program's own modules", () => {
    const files = {
      'main.py': 'import network\nfrom pyb import Pin\nPin(99)',
      'network.py': '',
      'pyb/__init__.py': '',
    };
    expect(checkForBoard(files, api('pico'), { filesOnBoard: [] })).toEqual([]);
  });
});

const LESSONS = import.meta.glob<string>('/lessons/curricula/**/solution/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const GOLDEN = import.meta.glob<string>('../blocks/golden/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('programs that exist', () => {
  it('lessons are for the ESP32, and nothing in them is missing there', () => {
    expect(Object.keys(LESSONS).length).toBeGreaterThan(2);
    for (const [file, text] of Object.entries(LESSONS)) expect(found('esp32', text), file).toEqual([]);
  });

  it('every golden program can be checked for every board, and names are found where they stand', () => {
    for (const [file, text] of Object.entries(GOLDEN))
      for (const board of Object.keys(MACHINES)) {
        const findings = checkForBoard({ 'main.py': text }, api(board as Board));
        for (const { from, to, name } of findings)
          expect(name.endsWith(text.slice(from, to)), `${file} ${name}`).toBe(true);
      }
  });

  it('a global statement at the top means nothing', () => {
    expect(found('pico', 'global x\nx = 1\nimport network')).toEqual(['3:8 missing-module network']);
  });
});

describe('modules that can be files', () => {
  const program = 'import ssd1306\nfrom umqtt.simple import MQTTClient\nimport helper';

  it('are missing where the board has no such file', () => {
    expect(
      found('pico', program, { filesOnBoard: ['/lib/umqtt/simple.py', '/helper.mpy', '/boot.py'] }),
    ).toEqual(['1:8 unknown-module ssd1306']);
  });

  it('are there on boards that bring them', () => {
    expect(found('esp8266', 'import ssd1306', { filesOnBoard: [] })).toEqual([]);
  });
});

describe('what the learner reads', () => {
  it.each<[Board, string, string]>([
    [
      'esp32',
      'import machine\nmachine.Pin(2).high()',
      'The ESP32 has no machine.Pin.high. Use `on()` or `value(1)`.',
    ],
    [
      'pico',
      'import network',
      'The Raspberry Pi Pico has no module network. Use a board with Wi-Fi, such as the Raspberry Pi Pico W or the ESP32.',
    ],
    [
      'esp32',
      'import machine\nmachine.ADC.CORE_TEMP',
      'The ESP32 has no machine.ADC.CORE_TEMP. It exists on: Raspberry Pi Pico, Raspberry Pi Pico W, Raspberry Pi Pico 2, Raspberry Pi Pico 2 W, Arduino Nano RP2040 Connect, and Pyboard v1.1.',
    ],
    [
      'picoW',
      'from machine import Pin\nPin(25, Pin.OUT)',
      'On the Raspberry Pi Pico W, pin 25 is not the LED. Use `Pin("LED", Pin.OUT)`.',
    ],
  ])('%s: %s', (board, text, sentence) => {
    const [finding] = checkForBoard({ 'main.py': text }, api(board));
    expect(finding && findingSentence(finding, api(board))).toBe(sentence);
  });
});
