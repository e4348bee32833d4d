import { expect, it } from 'vitest';
import type { Diagram } from './diagram.ts';
import { emptyDiagram } from './default-diagram.ts';
import { serializeDiagram } from './serialize.ts';

const DIAGRAM: Diagram = {
  connections: [{ to: 'led1:A', from: 'board:GPIO12', color: 'red' }],
  parts: [
    { type: 'led', id: 'led1', attrs: { color: 'red', label: '"ü"' }, x: 1.5, label: undefined },
    { type: 'relay', id: 'relay1', attrs: {} },
  ],
  world: { settings: { air: 20 }, type: 'greenhouse' },
  board: 'pico',
  version: 1,
};

it('writes one part and one wire a line, fields in a fixed order', () => {
  expect(serializeDiagram(DIAGRAM)).toBe(`{
  "version": 1,
  "board": "pico",
  "parts": [
    { "id": "led1", "type": "led", "x": 1.5, "attrs": { "color": "red", "label": "\\"ü\\"" } },
    { "id": "relay1", "type": "relay", "attrs": {} }
  ],
  "connections": [
    { "from": "board:GPIO12", "to": "led1:A", "color": "red" }
  ],
  "world": { "type": "greenhouse", "settings": { "air": 20 } }
}
`);
});

it('is JSON of the same diagram', () => {
  expect(JSON.parse(serializeDiagram(DIAGRAM))).toEqual(JSON.parse(JSON.stringify(DIAGRAM)));
});

it('writes an empty diagram shortly', () => {
  expect(serializeDiagram(emptyDiagram('pico'))).toBe(
    '{\n  "version": 1,\n  "board": "pico",\n  "parts": [],\n  "connections": []\n}\n',
  );
});
