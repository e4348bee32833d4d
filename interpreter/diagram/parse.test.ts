import { describe, expect, it } from 'vitest';
import { formatProblem, type Problem } from '#common/errors/problem.ts';
import type { Diagram } from './diagram.ts';
import { emptyDiagram } from './default-diagram.ts';
import { FAKE_CATALOG } from './fake-catalog.ts';
import { checkDiagram, parseDiagram, type ParsedDiagram } from './parse.ts';
import { serializeDiagram } from './serialize.ts';

const GOOD: Diagram = {
  version: 1,
  board: 'test_board',
  parts: [
    { id: 'pot1', type: 'potentiometer', label: 'soil probe', x: 10, y: 20 },
    { id: 'relay1', type: 'relay', rotate: 90 },
    { id: 'led1', type: 'led', attrs: { color: 'green', brightness: 0.5 } },
  ],
  connections: [
    { from: 'board:3V3', to: 'pot1:VCC', color: 'red' },
    { from: 'board:GND', to: 'pot1:GND' },
    { from: 'pot1:SIG', to: 'board:34' },
    { from: 'board:5V', to: 'relay1:VCC' },
    { from: 'board:GND', to: 'relay1:GND' },
    { from: 'board:D12', to: 'relay1:IN' },
    { from: 'board:D13', to: 'led1:A' },
    { from: 'led1:C', to: 'board:GND' },
  ],
  world: { type: 'greenhouse', settings: { air: 25, rain: true } },
};

const parse = (text: string): ParsedDiagram =>
  parseDiagram(text, { file: 'diagram.json', catalog: FAKE_CATALOG });
const change = (changes: object): ParsedDiagram => parse(JSON.stringify({ ...GOOD, ...changes }));
const told = ({ problems }: { problems: readonly Problem[] }): string[] =>
  problems.map((problem) =>
    `${problem.severity} ${problem.code}: ${problem.message} ${problem.fix ?? ''}`.trim(),
  );

/** GOOD with more wires, and more parts. */
const withWires = (wires: readonly string[], parts: readonly object[] = []): ParsedDiagram =>
  change({
    parts: [...GOOD.parts, ...parts],
    connections: [
      ...GOOD.connections,
      ...wires.map((wire) => ({ from: wire.split(' ')[0], to: wire.split(' ')[1] })),
    ],
  });

describe('a good diagram', () => {
  it('comes back as it was written, without problems', () => {
    expect(parse(serializeDiagram(GOOD))).toEqual({ diagram: GOOD, problems: [] });
  });

  it('may name the board by an alias', () => {
    expect(change({ board: 'Testy' }).diagram?.board).toBe('test_board');
  });

  it('may be empty', () => {
    expect(parse(serializeDiagram(emptyDiagram('test_board'))).problems).toEqual([]);
  });
});

describe('a problem', () => {
  it('names file, line, column, path, what is wrong and what to do', () => {
    const text = serializeDiagram(GOOD).replace('"type": "relay"', '"type": "relais"');
    const { problems, diagram } = parse(text);
    expect(diagram).toBeUndefined();
    expect(problems.map(formatProblem)).toEqual([
      'diagram.json:6:31 parts[1].type: There is no part "relais". Did you mean "relay"?',
    ]);
  });

  it('does not hide other problems', () => {
    const { problems } = change({
      board: 'pico',
      world: { type: 'moon' },
      parts: [{ id: 'led1', type: 'lde' }],
    });
    expect(new Set(problems.map(({ code }) => code))).toEqual(
      new Set(['unknown-board', 'unknown-part', 'unknown-id', 'unknown-world']),
    );
  });
});

describe('the file', () => {
  it.each([
    ['{"version": 1,', 'error bad-json: The "{" here is never closed by "}".'],
    ['[]', 'error wrong-type: A diagram must be an object in curly brackets. Begin with { and end with }.'],
    [
      '{}',
      'error missing-version: The diagram does not say which version of the format it uses. Add "version": 1.',
    ],
    [
      '{"version": "1"}',
      'error bad-version: The version must be a whole number, not "1". Write "version": 1.',
    ],
    [
      '{"version": 7}',
      'error newer-version: The diagram uses version 7 of the format, but this Pinlab knows versions up to 1. Update Pinlab to open it.',
    ],
    [
      '{"version": 1, "parts": [{"type": "wokwi-led", "id": "a"}], "connections": []}',
      'error wokwi-diagram: This is a diagram of Wokwi, not of Pinlab. Import it as a Wokwi diagram.',
    ],
  ])('%s', (text, message) => {
    expect(told(parse(text))).toEqual([message]);
  });

  it('must have its fields', () => {
    expect(told(parse('{"version": 1}'))).toEqual([
      'error missing-field: A diagram needs the field "board". Add "board": a text in double quotes.',
      'error missing-field: A diagram needs the field "parts". Add "parts": a list in square brackets.',
      'error missing-field: A diagram needs the field "connections". Add "connections": a list in square brackets.',
    ]);
  });
});

describe('shape', () => {
  it.each<[string, object, string]>([
    [
      'unknown field',
      { conections: [] },
      'error unknown-field: A diagram has no field "conections". Did you mean "connections"? The allowed fields are version, board, parts, connections and world.',
    ],
    [
      'unknown field of a part',
      { parts: [{ id: 'led1', type: 'led', colour: 'red' }], connections: [] },
      'error unknown-field: A part has no field "colour". The allowed fields are id, type, label, x, y, rotate and attrs.',
    ],
    ['wrong type', { board: 5 }, 'error wrong-type: "board" must be a text in double quotes, not 5.'],
    [
      'part that is no object',
      { parts: ['led'], connections: [] },
      'error wrong-type: A part must be an object in curly brackets, not the text "led".',
    ],
    [
      'parts that are no list',
      { parts: {}, connections: [] },
      'error wrong-type: "parts" must be a list in square brackets, not an object.',
    ],
    [
      'missing id',
      { parts: [{ type: 'led' }], connections: [] },
      'error missing-field: A part needs the field "id". Add "id": a text in double quotes.',
    ],
    [
      'nested attribute',
      { parts: [{ id: 'led1', type: 'led', attrs: { color: ['red'] } }], connections: [] },
      'error wrong-type: "attrs" must be an object whose values are texts, numbers, true or false, not an object.',
    ],
    [
      'bad id',
      { parts: [{ id: 'led 1', type: 'led' }], connections: [] },
      'error bad-id: The id "led 1" has a character that is not allowed. Use letters, digits, - and _ only.',
    ],
    [
      'reserved id',
      { parts: [{ id: 'board', type: 'led' }], connections: [] },
      'error reserved-id: No part may be called "board": that name means the board itself. Choose another id.',
    ],
  ])('%s', (_, changes, message) => {
    expect(told(change(changes))).toContain(message);
    expect(change(changes).diagram).toBeUndefined();
  });

  it('refuses two parts of one id, and points at the second', () => {
    const { problems } = change({ parts: [...GOOD.parts, { id: 'led1', type: 'led' }] });
    expect(problems[0]).toMatchObject({
      code: 'duplicate-id',
      message: 'Two parts are called "led1".',
      where: { path: 'parts[3].id' },
    });
  });
});

describe('names', () => {
  it.each<[string, object, string]>([
    [
      'board',
      { board: 'test_bord' },
      'error unknown-board: There is no board "test_bord". Did you mean "test_board"?',
    ],
    [
      'attribute',
      { parts: [{ id: 'led1', type: 'led', attrs: { colour: 'red' } }], connections: [] },
      'error unknown-attribute: led1 (type led) has no attribute "colour". Did you mean "color"?',
    ],
    [
      'attribute value',
      { parts: [{ id: 'led1', type: 'led', attrs: { color: 'pink' } }], connections: [] },
      'error bad-attribute: "color" cannot be "pink". Choose one of "red", "green", "blue".',
    ],
    [
      'attribute type',
      { parts: [{ id: 'led1', type: 'led', attrs: { brightness: '1' } }], connections: [] },
      'error bad-attribute: "brightness" cannot be "1". Write a number without quotes, such as 1.',
    ],
    [
      'world',
      { world: { type: 'grenhouse' } },
      'error unknown-world: There is no world "grenhouse". Did you mean "greenhouse"?',
    ],
    [
      'world setting',
      { world: { type: 'greenhouse', settings: { wind: 1 } } },
      'error unknown-setting: The world greenhouse has no setting "wind". The settings are air and rain.',
    ],
    [
      'world setting value',
      { world: { type: 'greenhouse', settings: { air: 99 } } },
      'error bad-setting: "air" cannot be 99. Write a number from -10 to 50 °C.',
    ],
    [
      'world switch value',
      { world: { type: 'greenhouse', settings: { rain: 1 } } },
      'error bad-setting: "rain" cannot be 1. Write true or false.',
    ],
  ])('%s', (_, changes, message) => {
    expect(told(change(changes))).toContain(message);
  });

  it.each([
    [
      'board:D12 led2:A',
      'error unknown-id: This wire leads to "led2", but no part has that id. Did you mean "led1"?',
    ],
    ['board:D21 led1:A', 'error unknown-pin: The Test Board has no pin "D21". Did you mean "D12"?'],
    [
      'board:D99 led1:A',
      'error unknown-pin: The Test Board has no pin "D99". Use one of GND, 3V3, 5V, GPIO12, GPIO13, GPIO34.',
    ],
    [
      'board:6 led1:A',
      'error pin-not-broken-out: The Test Board has no hole for GPIO6, so no wire can reach it. Choose another pin.',
    ],
    ['board:D12 led1:K', 'error unknown-pin: led1 (type led) has no pin "K". The pins are A and C.'],
    [
      'board:D12 led1',
      'error bad-endpoint: "led1" names no pin. Write part and pin with a colon between, such as "board:GND".',
    ],
    [
      'led1:A led1:A',
      'error wire-to-itself: This wire joins led1:A with itself. Lead one end to another pin, or remove the wire.',
    ],
  ])('wire %s', (wire, message) => {
    expect(told(withWires([wire]))).toContain(message);
  });
});

describe('wiring', () => {
  it.each<[string, readonly string[], readonly object[], readonly string[]]>([
    [
      'power to ground',
      ['board:3V3 board:GND'],
      [],
      [
        'error short-circuit: Short circuit: these wires join GND and 3V3 of the board. Remove the wire that joins them.',
      ],
    ],
    [
      'two supplies',
      ['board:3V3 board:VIN'],
      [],
      [
        'error short-circuit: Short circuit: these wires join 3V3 and 5V of the board. Remove the wire that joins them.',
      ],
    ],
    [
      'two outputs',
      ['pot2:SIG board:34', 'pot2:VCC board:3V3', 'pot2:GND board:GND'],
      [{ id: 'pot2', type: 'potentiometer' }],
      [
        'error two-outputs: pot1:SIG and pot2:SIG are outputs and drive the same wire against each other. Give each its own pin of the board.',
      ],
    ],
    [
      'two loads on one GPIO',
      ['pump1:IN board:12'],
      [{ id: 'pump1', type: 'pump' }],
      [
        'warning shared-pin: relay1 and pump1 both hang on GPIO12 and switch together. Give each its own GPIO if they should switch apart.',
      ],
    ],
    [
      'load on an input-only pin',
      ['pump1:IN led1:C', 'board:34 dht1:SDA'],
      [
        { id: 'pump1', type: 'pump' },
        { id: 'dht1', type: 'dht22' },
      ],
      [
        'warning no-supply: dht1 has no power: its VCC leads nowhere. Wire dht1:VCC to board:3V3.',
        'warning no-supply: dht1 has no ground: its GND leads nowhere. Wire dht1:GND to board:GND.',
      ],
    ],
    [
      'part without wires',
      [],
      [{ id: 'b1', type: 'push-button' }],
      ['warning not-wired: b1 is not wired to anything. Lead its pins to the board.'],
    ],
    [
      'GPIO on a supply',
      ['b1:1.l board:D12', 'b1:1.l board:3V3'],
      [{ id: 'b1', type: 'push-button' }],
      [
        'warning gpio-on-supply: GPIO12 is wired straight to 3V3; as an output it would be a short circuit. Put a part between the two, or use the pin as an input only.',
      ],
    ],
  ])('%s', (_, wires, parts, messages) => {
    expect(told(withWires(wires, parts))).toEqual(messages);
  });

  it('refuses an output on a supply', () => {
    expect(told(withWires(['pot1:SIG board:3V3']))).toContain(
      'error output-on-supply: pot1:SIG is an output, but it is wired to the supply 3V3. Lead pot1:SIG to a GPIO of the board instead.',
    );
  });

  it('warns of reversed supply wires, and of a load that the pin cannot switch', () => {
    const connections = [
      { from: 'board:GND', to: 'relay1:VCC' },
      { from: 'board:3V3', to: 'relay1:GND' },
      { from: 'board:34', to: 'relay1:IN' },
    ];
    const parsed = change({ parts: [{ id: 'relay1', type: 'relay' }], connections });
    expect(told(parsed)).toEqual([
      'warning supply-reversed: relay1:VCC is a power pin, but it is wired to GND. Swap the supply wires of that part.',
      'warning supply-reversed: relay1:GND is a ground pin, but it is wired to 3V3. Swap the supply wires of that part.',
      'warning input-only-pin: GPIO34 can only be read, so it cannot switch relay1:IN. Use a GPIO that can be an output.',
    ]);
    expect(parsed.diagram).toBeDefined();
  });

  it('accepts a part that a GPIO feeds', () => {
    const connections = [
      { from: 'board:D12', to: 'relay1:VCC' },
      { from: 'board:GND', to: 'relay1:GND' },
    ];
    expect(told(change({ parts: [{ id: 'relay1', type: 'relay' }], connections }))).toEqual([]);
  });

  it('points at the wire that was added last', () => {
    const { problems } = withWires(['board:3V3 board:GND']);
    expect(problems[0]?.where).toMatchObject({ path: 'connections[8]', line: 1 });
  });
});

it('checks a diagram that is in memory by the same rules', () => {
  const wired: Diagram = {
    ...GOOD,
    connections: [...GOOD.connections, { from: 'board:3V3', to: 'board:GND' }],
  };
  expect(checkDiagram(GOOD, FAKE_CATALOG)).toEqual([]);
  expect(checkDiagram(wired, FAKE_CATALOG).map(formatProblem)).toEqual([
    'connections[8]: Short circuit: these wires join GND and 3V3 of the board. Remove the wire that joins them.',
  ]);
});
