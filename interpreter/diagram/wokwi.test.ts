import { describe, expect, it } from 'vitest';
import { formatProblem } from '#common/errors/problem.ts';
import { BOARDS } from '../boards/index.ts';
import type { Catalog } from './catalog.ts';
import type { Diagram } from './diagram.ts';
import { FAKE_CATALOG } from './fake-catalog.ts';
import { checkDiagram } from './parse.ts';
import { exportWokwi } from './wokwi-export.ts';
import { importWokwi, type ImportedWokwi } from './wokwi-import.ts';

const CATALOG: Catalog = { ...FAKE_CATALOG, boards: [...BOARDS, ...FAKE_CATALOG.boards] };

const WOKWI = {
  version: 1,
  author: 'someone',
  editor: 'wokwi',
  parts: [
    { type: 'wokwi-esp32-devkit-v1', id: 'esp', top: 10, left: -20, attrs: {} },
    {
      type: 'wokwi-led',
      id: 'led1',
      top: 110,
      left: 80,
      rotate: 90,
      attrs: { color: 'green', brightness: '0.5', label: 'pump' },
    },
    { type: 'wokwi-dht22', id: 'dht 1', top: 10, left: 200, attrs: {} },
  ],
  connections: [
    ['esp:TX0', '$serialMonitor:RX', '', []],
    ['esp:D12', 'led1:A', 'orange', ['v0', 'h20']],
    ['led1:C', 'esp:GND.2', 'black', ['v0']],
    ['dht 1:DATA', 'esp:D13', '', []],
  ],
  dependencies: {},
};

const load = (data: unknown): ImportedWokwi =>
  importWokwi(JSON.stringify(data), { file: 'diagram.json', catalog: CATALOG });
const told = ({ problems }: ImportedWokwi): string[] =>
  problems.map(({ severity, message }) => `${severity}: ${message}`);

describe('importWokwi', () => {
  it('reads board, parts, positions, labels, colors and wires', () => {
    const imported = load(WOKWI);
    expect(imported).toEqual({
      problems: [],
      diagram: {
        version: 1,
        board: 'esp32_devkit',
        parts: [
          {
            id: 'led1',
            type: 'led',
            label: 'pump',
            x: 100,
            y: 100,
            rotate: 90,
            attrs: { color: 'green', brightness: 0.5 },
          },
          { id: 'dht_1', type: 'dht22', x: 220, y: 0 },
        ],
        connections: [
          { from: 'board:GPIO12', to: 'led1:A', color: 'orange' },
          { from: 'led1:C', to: 'board:GND', color: 'black' },
          { from: 'dht_1:SDA', to: 'board:GPIO13' },
        ],
      },
    });
  });

  it('knows the names of the Pico and of the DevKitC', () => {
    const board = (type: string, pin: string): ImportedWokwi =>
      load({
        parts: [
          { type, id: 'b' },
          { type: 'wokwi-led', id: 'l' },
        ],
        connections: [[`b:${pin}`, 'l:A']],
      });
    expect(board('wokwi-pi-pico', 'GP15').diagram).toMatchObject({
      board: 'pico',
      connections: [{ from: 'board:GPIO15' }],
    });
    expect(board('board-esp32-devkit-c-v4', '15').diagram?.connections).toEqual([
      { from: 'board:GPIO15', to: 'l:A' },
    ]);
    expect(board('board-esp32-devkit-c-v4', 'constructor').diagram?.connections).toEqual([]);
    expect(told(board('board-esp32-devkit-c-v4', 'D2'))).toEqual([
      'warning: The wire from b:D2 to l:A is left out: there is no b:D2 here.',
    ]);
  });

  it('leaves out what it does not know, and says so with its place', () => {
    const imported = load({
      ...WOKWI,
      parts: [...WOKWI.parts, { type: 'wokwi-robot', id: 'robot1' }, { id: 'x' }],
      connections: [...WOKWI.connections, ['robot1:A', 'esp:D14'], ['esp:D99', 'led1:A'], 'wire'],
    });
    expect(told(imported)).toEqual([
      'warning: This part has no "id" and "type", so it is left out.',
      'warning: robot1 is a wokwi-robot, which Pinlab does not have, so it is left out.',
      'warning: The wire from robot1:A to esp:D14 is left out: there is no robot1:A here.',
      'warning: The wire from esp:D99 to led1:A is left out: there is no esp:D99 here.',
      'warning: This wire has no two ends, so it is left out.',
    ]);
    expect(imported.diagram?.connections).toHaveLength(3);
    expect(imported.problems[1]?.where).toMatchObject({
      file: 'diagram.json',
      line: 1,
      path: 'parts[3].type',
    });
  });

  it('drops attribute values that the part does not allow', () => {
    const imported = load({
      ...WOKWI,
      parts: [WOKWI.parts[0], { type: 'wokwi-led', id: 'led1', attrs: { color: 'pink', flip: '1' } }],
      connections: [],
    });
    expect(told(imported)).toEqual([
      'warning: The attribute "color" of led1 is left out.',
      'warning: The attribute "flip" of led1 is left out.',
    ]);
    expect(
      imported.diagram &&
        checkDiagram(imported.diagram, CATALOG).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it('gives parts ids that a diagram allows', () => {
    const parts = [WOKWI.parts[0], ...['board', 'a b', 'a_b'].map((id) => ({ type: 'wokwi-led', id }))];
    expect(load({ parts, connections: [] }).diagram?.parts.map(({ id }) => id)).toEqual([
      'board_1',
      'a_b',
      'a_b_1',
    ]);
  });

  it.each([
    ['{', 'diagram.json:1:1: The "{" here is never closed by "}".'],
    [
      '{"parts": []}',
      'diagram.json:1:1: This is no diagram of Wokwi: it has no lists "parts" and "connections". Choose a diagram.json.',
    ],
    [
      '{"parts": [{"type": "wokwi-arduino-uno", "id": "uno"}], "connections": []}',
      'None of the parts is a board that Pinlab knows.',
    ],
  ])('refuses %s', (text, message) => {
    const { diagram, problems } = importWokwi(text, { file: 'diagram.json', catalog: CATALOG });
    expect(diagram).toBeUndefined();
    expect(problems.map(formatProblem)).toEqual([expect.stringContaining(message)]);
  });
});

describe('exportWokwi', () => {
  const imported = load(WOKWI).diagram as Diagram;

  it('gives back what was imported', () => {
    const { text = '', problems } = exportWokwi(imported, CATALOG);
    expect(problems).toEqual([]);
    const file = JSON.parse(text);
    expect(file.parts[0]).toEqual({ type: 'wokwi-esp32-devkit-v1', id: 'esp', top: 0, left: 0, attrs: {} });
    expect(file.connections[0]).toEqual(['esp:D12', 'led1:A', 'orange', []]);
    expect(file.connections[2].slice(0, 3)).toEqual(['dht_1:DATA', 'esp:D13', 'green']);
    expect(importWokwi(text, { file: 'x', catalog: CATALOG }).diagram).toEqual({
      ...imported,
      connections: imported.connections.map((wire) => ({ color: 'green', ...wire })),
    });
  });

  it('leaves out parts and worlds that Wokwi lacks, and says so', () => {
    const diagram: Diagram = {
      ...imported,
      board: 'pico',
      parts: [
        { id: 'pump1', type: 'pump' },
        { id: 'pico', type: 'led' },
      ],
      connections: [
        { from: 'pump1:IN', to: 'board:GP3' },
        { from: 'pico:A', to: 'board:3V3' },
      ],
      world: { type: 'greenhouse' },
    };
    const { text = '', problems } = exportWokwi(diagram, CATALOG);
    expect(problems.map(formatProblem)).toEqual([
      'world: Wokwi has no worlds, so "greenhouse" is left out.',
      'parts[0]: Wokwi has no pump, so pump1 and its wires are left out.',
    ]);
    expect(JSON.parse(text)).toMatchObject({
      parts: [{ id: 'pico_' }, { id: 'pico' }],
      connections: [['pico:A', 'pico_:3V3', 'red', []]],
    });
  });

  it('needs a board that Wokwi has', () => {
    const board = { ...imported, board: 'abacus' };
    expect(exportWokwi(board, CATALOG)).toMatchObject({ problems: [{ code: 'unknown-board' }] });
  });
});
