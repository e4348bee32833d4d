import { describe, expect, it } from 'vitest';
import { PlotReader } from './plot-lines.ts';

/** `temp=21.5 2=4`: what the last of these lines says. */
function read(...lines: string[]): string {
  const reader = new PlotReader();
  const values = lines.map((line) => reader.read(line)).at(-1) ?? [];
  return values.map(({ series, value }) => `${series}=${value}`).join(' | ');
}

describe('named values', () => {
  it.each([
    ['temp: 21.5, moisture: 40', 'temp=21.5 | moisture=40'],
    ['temp: 21.5 moisture: 40', 'temp=21.5 | moisture=40'],
    ['temp=21.5', 'temp=21.5'],
    ['temp = 21.5; light = 300', 'temp=21.5 | light=300'],
    ['a:1\tb:2', 'a=1 | b=2'],
    ['{"a": 1, "b": -2.5e-1}', 'a=1 | b=-0.25'],
    ["{'soil moisture': 40.2, 'ok': True}", 'soil moisture=40.2 | ok=1'],
    ['soil moisture: 40 %', 'soil moisture=40'],
    ['temp: 21.5 C', 'temp=21.5'],
    ['temp: 21.5 C moisture: 40 % light: 300 lux', 'temp=21.5 | moisture=40 | light=300'],
    ['temp: 21.5°C', 'temp=21.5'],
    ['temp: 21.5degrees', 'temp=21.5'],
    ['temp (°C): 21.5', 'temp (°C)=21.5'],
    ['Sensor 1: 20, Sensor 2: 22', 'Sensor 1=20 | Sensor 2=22'],
    ['Step 3 temp: 20', 'temp=20'],
    ['Pump is on, temp: 20', 'temp=20'],
    ['state=on temp=3', 'temp=3'],
    ['Reading: temp=3', 'temp=3'],
    ['accel: (0.1, -0.2, 9.8)', 'accel 1=0.1 | accel 2=-0.2 | accel 3=9.8'],
    ['servo=[90]', 'servo=90'],
    ['button: False', 'button=0'],
    ['x: .5 y: +1.', 'x=0.5 | y=1'],
    ['温度: 21.5，', '温度=21.5'],
    ['حرارة: 21.5', 'حرارة=21.5'],
    ['temp 21.5', 'temp=21.5'],
    ['temp 21.5 C', 'temp=21.5'],
    ['temp 21.5 moisture 40', 'temp=21.5 | moisture=40'],
    ['t: nan h: 3', 't=NaN | h=3'],
    ['t: inf', 't=NaN'],
    ['t: None', 't=NaN'],
  ])('%s', (line, values) => {
    expect(read(line)).toBe(values);
  });
});

describe('values without names', () => {
  it.each([
    ['21.5', '1=21.5'],
    ['21.5 C', '1=21.5'],
    ['21.5C', '1=21.5'],
    ['40 %', '1=40'],
    ['-3', '1=-3'],
    ['(1, 2.5)', '1=1 | 2=2.5'],
    ['(1,)', '1=1'],
    ['[1, 2, 3]', '1=1 | 2=2 | 3=3'],
    ['1, 2', '1=1 | 2=2'],
    ['1;2', '1=1 | 2=2'],
    ['1\t2', '1=1 | 2=2'],
    ['1 2 3', '1=1 | 2=2 | 3=3'],
    ['21.5 C 40 %', '1=21.5 | 2=40'],
    ['1,,3', '1=1 | 2=NaN | 3=3'],
    ['nan', '1=NaN'],
    ['1e3', '1=1000'],
    ['True', '1=1'],
  ])('%s', (line, values) => {
    expect(read(line)).toBe(values);
  });
});

describe('other text', () => {
  it.each([
    'Hello, world',
    'Watering the plants now',
    '12:30:45',
    '2024-01-31',
    'time: 12:30:45',
    'date: 2024-01-31',
    'ip: 192.168.4.1',
    'version: 1.28.0',
    'id: 0x1f',
    'http://192.168.4.1/',
    'Step 3 of 10 is done',
    'MicroPython v1.28.0 on 2026-01-01; Raspberry Pi Pico W with RP2040',
    '  File "main.py", line 3, in <module>',
    '>>> ',
    '((1, 2), (3, 4))',
    '',
  ])('%j says nothing', (line) => {
    expect(read(line)).toBe('');
  });
});

describe('a line of names', () => {
  it.each([
    [['temp,moisture', '21.5,40'], 'temp=21.5 | moisture=40'],
    [['# temp, moisture', '21.5, 40', '22, 39'], 'temp=22 | moisture=39'],
    [['temp moisture', '21.5 40'], 'temp=21.5 | moisture=40'],
    [['"temp";"soil moisture"', '1;2'], 'temp=1 | soil moisture=2'],
    [['temp,moisture', '1,2,3'], '1=1 | 2=2 | 3=3'],
    [['a,b', '1,2', 'c,d', '1,2'], 'c=1 | d=2'],
    [['Hello there', 'and now', 'something else here', '1,2'], '1=1 | 2=2'],
    [['a,a', '1,2'], '1=1 | 2=2'],
    [['a,b', '1,2', 'Watering.', '3,4'], 'a=3 | b=4'],
  ])('%j', (lines, values) => {
    expect(read(...lines)).toBe(values);
  });

  it('is forgotten when a new run begins', () => {
    const reader = new PlotReader();
    reader.read('a,b');
    reader.read('1,2');
    reader.reset();
    expect(reader.read('1,2').map(({ series }) => series)).toEqual([1, 2]);
  });
});

describe('feed', () => {
  it('puts lines together from pieces, with the time of their beginning', () => {
    const reader = new PlotReader();
    expect(reader.feed({ at: 5, text: 'temp: ' })).toEqual([]);
    expect(reader.feed({ at: 7, text: '21.' })).toEqual([]);
    expect(reader.feed({ at: 9, text: '5\r\nlight: 3\nx' })).toEqual([
      { at: 5, values: [{ series: 'temp', value: 21.5 }] },
      { at: 9, values: [{ series: 'light', value: 3 }] },
    ]);
    expect(reader.feed({ at: 11, text: ': 1\n' })).toEqual([{ at: 9, values: [{ series: 'x', value: 1 }] }]);
  });

  it('says the same, however the output is cut', () => {
    const text = 'a,b\n1,2\nSoil moisture: 40 % {"c": 3}\nnoise\n(1, 2)\n';
    const whole = new PlotReader().feed({ at: 0, text });
    for (let cut = 0; cut <= text.length; cut++) {
      const reader = new PlotReader();
      const parts = [text.slice(0, cut), text.slice(cut)];
      expect(parts.flatMap((part) => reader.feed({ at: 0, text: part }))).toEqual(whole);
    }
    expect(whole).toHaveLength(3);
  });

  it('keeps little of a line without an end, and reads what it kept', () => {
    const reader = new PlotReader();
    for (let i = 0; i < 1000; i++) reader.feed({ at: 0, text: 'a: 1, '.repeat(1000) });
    const [row] = reader.feed({ at: 0, text: '\n' });
    expect(row?.values.length).toBeLessThan(200);
  });

  it('is quick with text that is hard to look through', () => {
    // A search that goes wrong takes minutes: longer than a test may.
    const nasty = ['a '.repeat(500), 'a: '.repeat(333), `${'1 '.repeat(400)}!`, `${'('.repeat(500)}1`];
    expect(nasty.flatMap((line) => Array.from({ length: 20 }, () => read(line)))).toEqual(Array(80).fill(''));
  });
});
