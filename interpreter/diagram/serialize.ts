/** Writes a diagram as stable, readable JSON: one part and one wire a line, fields always in the same order. */

import type { Diagram } from './diagram.ts';

const PART_ORDER = ['id', 'type', 'label', 'x', 'y', 'rotate', 'attrs'];
const CONNECTION_ORDER = ['from', 'to', 'color'];
const WORLD_ORDER = ['type', 'settings'];

/** The same diagram always gives the same text. It ends with a line break. */
export function serializeDiagram(diagram: Diagram): string {
  const fields = [
    `"version": ${diagram.version}`,
    `"board": ${JSON.stringify(diagram.board)}`,
    `"parts": ${lines(diagram.parts.map((part) => inline(part, PART_ORDER)))}`,
    `"connections": ${lines(diagram.connections.map((connection) => inline(connection, CONNECTION_ORDER)))}`,
    ...(diagram.world ? [`"world": ${inline(diagram.world, WORLD_ORDER)}`] : []),
  ];
  return `{\n${fields.map((field) => `  ${field}`).join(',\n')}\n}\n`;
}

function lines(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${item}`).join(',\n')}\n  ]`;
}

/** One line: `{ "id": "led1", "attrs": { "color": "red" } }`. Fields outside `order` come last, as they stand. */
function inline(value: object, order: readonly string[] = []): string {
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(
      ([name, item]) =>
        `${JSON.stringify(name)}: ${isPlainObject(item) ? inline(item) : JSON.stringify(item)}`,
    );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
