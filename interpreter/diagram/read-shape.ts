/** Checks that data read from a file has the shape of a diagram: fields, types, ids. Knows no parts and no electricity. */

import { listNames, suggestName } from '#common/errors/did-you-mean.ts';
import { joinPath } from '#common/json/located-json.ts';
import {
  BOARD_ID,
  type Diagram,
  type DiagramConnection,
  type DiagramPart,
  DIAGRAM_VERSION,
  type DiagramWorld,
  WORLD_ID,
} from './diagram.ts';
import type { ProblemList } from './problem-list.ts';

type Data = Readonly<Record<string, unknown>>;

/** What a field may hold. `required` fields are told of where they are missing. */
interface Field {
  readonly type: 'text' | 'number' | 'list' | 'object' | 'attributes' | 'settings';
  readonly required?: true;
}

type Fields = Readonly<Record<string, Field>>;

const DIAGRAM_FIELDS: Fields = {
  version: { type: 'number', required: true },
  board: { type: 'text', required: true },
  parts: { type: 'list', required: true },
  connections: { type: 'list', required: true },
  world: { type: 'object' },
};

const PART_FIELDS: Fields = {
  id: { type: 'text', required: true },
  type: { type: 'text', required: true },
  label: { type: 'text' },
  x: { type: 'number' },
  y: { type: 'number' },
  rotate: { type: 'number' },
  attrs: { type: 'attributes' },
};

const CONNECTION_FIELDS: Fields = {
  from: { type: 'text', required: true },
  to: { type: 'text', required: true },
  color: { type: 'text' },
};

const WORLD_FIELDS: Fields = {
  type: { type: 'text', required: true },
  settings: { type: 'settings' },
};

const TYPE_WORDS: Readonly<Record<Field['type'], string>> = {
  text: 'a text in double quotes',
  number: 'a number',
  list: 'a list in square brackets',
  object: 'an object in curly brackets',
  attributes: 'an object whose values are texts, numbers, true or false',
  settings: 'an object whose values are numbers, true or false',
};

const ID = /^[A-Za-z0-9_-]+$/;

/** The diagram with what could be read of it; whether it may be used is told by the errors in `list`. */
export function readShape(data: Data, list: ProblemList): Diagram {
  const diagram = pick(data, DIAGRAM_FIELDS, '', 'A diagram', list);
  const parts = readItems<DiagramPart>(diagram['parts'], 'parts', PART_FIELDS, 'A part', list);
  const connections = readItems<DiagramConnection>(
    diagram['connections'],
    'connections',
    CONNECTION_FIELDS,
    'A connection',
    list,
  );
  checkIds(parts, list);
  const world = isObject(diagram['world'])
    ? pick(diagram['world'], WORLD_FIELDS, 'world', 'A world', list)
    : undefined;
  return {
    version: DIAGRAM_VERSION,
    board: typeof diagram['board'] === 'string' ? diagram['board'] : '',
    parts,
    connections,
    // `pick` dropped every field of a wrong type and told of missing ones.
    ...(world && typeof world['type'] === 'string' && { world: world as unknown as DiagramWorld }),
  };
}

function readItems<T>(value: unknown, path: string, fields: Fields, what: string, list: ProblemList): T[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown, index) => {
    const itemPath = joinPath(path, index);
    if (!isObject(item)) {
      list.error(itemPath, 'wrong-type', `${what} must be ${TYPE_WORDS.object}, not ${describe(item)}.`);
      return withDefaults({}, fields) as T;
    }
    return withDefaults(pick(item, fields, itemPath, what, list), fields) as T;
  });
}

/** Fills missing required texts, so that later checks can go on and find more. */
function withDefaults(item: Data, fields: Fields): Data {
  const required = Object.entries(fields).filter(([, field]) => field.required && field.type === 'text');
  return { ...Object.fromEntries(required.map(([name]) => [name, ''])), ...item };
}

/** Copies the known fields of the right type; tells of all others, and of missing ones. */
function pick(data: Data, fields: Fields, path: string, what: string, list: ProblemList): Data {
  const known = Object.keys(fields);
  const picked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const at = joinPath(path, name);
    if (!field) {
      const guess = suggestName(name, known, 'allowed fields');
      const fix = guess.startsWith('Did') ? `${guess} The allowed fields are ${listNames(known)}.` : guess;
      list.error(at, 'unknown-field', `${what} has no field "${name}".`, fix);
    } else if (fits(value, field.type)) {
      picked[name] = value;
    } else {
      list.error(at, 'wrong-type', `"${name}" must be ${TYPE_WORDS[field.type]}, not ${describe(value)}.`);
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.required && !Object.hasOwn(data, name)) {
      list.error(
        path,
        'missing-field',
        `${what} needs the field "${name}".`,
        `Add "${name}": ${TYPE_WORDS[field.type]}.`,
      );
    }
  }
  return picked;
}

function fits(value: unknown, type: Field['type']): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'attributes':
      return (
        isObject(value) &&
        Object.values(value).every((item) => ['string', 'number', 'boolean'].includes(typeof item))
      );
    case 'settings':
      return (
        isObject(value) && Object.values(value).every((item) => ['number', 'boolean'].includes(typeof item))
      );
  }
}

function checkIds(parts: readonly DiagramPart[], list: ProblemList): void {
  const seen = new Set<string>();
  parts.forEach(({ id }, index) => {
    const path = `parts[${index}].id`;
    if (id === '') return;
    if (id === BOARD_ID || id === WORLD_ID) {
      list.error(
        path,
        'reserved-id',
        `No part may be called "${id}": that name means the ${id} itself.`,
        'Choose another id.',
      );
    } else if (!ID.test(id)) {
      list.error(
        path,
        'bad-id',
        `The id "${id}" has a character that is not allowed.`,
        'Use letters, digits, - and _ only.',
      );
    } else if (seen.has(id)) {
      list.error(path, 'duplicate-id', `Two parts are called "${id}".`, 'Give each part its own id.');
    }
    seen.add(id);
  });
}

export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  return typeof value === 'string' ? `the text ${JSON.stringify(value)}` : String(value);
}
