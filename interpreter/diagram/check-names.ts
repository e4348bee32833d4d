/** Checks that everything a diagram names exists in the catalog: board, part types, attributes, world, pins. */

import { suggestName } from '#common/errors/did-you-mean.ts';
import type { AttributeDefinition, Catalog, ControlDefinition } from './catalog.ts';
import { BOARD_ID, type Diagram, type DiagramPart, type DiagramWorld } from './diagram.ts';
import { findBoardIn, findBoardPin, findPart, findWorld } from './lookup.ts';
import { resolveEndpoint } from './nets.ts';
import type { ProblemList } from './problem-list.ts';

export function checkNames(diagram: Diagram, catalog: Catalog, list: ProblemList): void {
  if (diagram.board !== '' && !findBoardIn(catalog.boards, diagram.board)) {
    const ids = catalog.boards.map(({ id }) => id);
    list.error(
      'board',
      'unknown-board',
      `There is no board "${diagram.board}".`,
      suggestName(diagram.board, ids, 'boards'),
    );
  }
  diagram.parts.forEach((part, index) => checkPart(part, `parts[${index}]`, catalog, list));
  if (diagram.world) checkWorld(diagram.world, catalog, list);
  diagram.connections.forEach((connection, index) => {
    const path = `connections[${index}]`;
    checkEndpoint(connection.from, `${path}.from`, diagram, catalog, list);
    checkEndpoint(connection.to, `${path}.to`, diagram, catalog, list);
    const [from, to] = [connection.from, connection.to].map((end) => resolveEndpoint(end, diagram, catalog));
    if (from && to && from.owner === to.owner && from.pin === to.pin) {
      list.error(
        path,
        'wire-to-itself',
        `This wire joins ${connection.from} with itself.`,
        'Lead one end to another pin, or remove the wire.',
      );
    }
  });
}

function checkPart(part: DiagramPart, path: string, catalog: Catalog, list: ProblemList): void {
  if (part.type === '') return;
  const definition = findPart(catalog, part.type);
  if (!definition) {
    const types = catalog.parts.map(({ type }) => type);
    list.error(
      `${path}.type`,
      'unknown-part',
      `There is no part "${part.type}".`,
      suggestName(part.type, types, 'part types'),
    );
    return;
  }
  for (const [name, value] of Object.entries(part.attrs ?? {})) {
    const at = `${path}.attrs.${name}`;
    const attribute = definition.attributes.find((candidate) => candidate.name === name);
    if (attribute) checkAttribute(attribute, value, at, list);
    else {
      const names = definition.attributes.map((candidate) => candidate.name);
      list.error(
        at,
        'unknown-attribute',
        `${part.id} (type ${part.type}) has no attribute "${name}".`,
        suggestName(name, names, 'attributes'),
      );
    }
  }
}

function checkAttribute(
  attribute: AttributeDefinition,
  value: string | number | boolean,
  path: string,
  list: ProblemList,
): void {
  const { name, type, options } = attribute;
  // Closed lists may mix texts and numbers, whatever the type says.
  if (options ? !options.includes(value as string | number) : typeof value !== type) {
    const allowed = options ? options.map((option) => JSON.stringify(option)).join(', ') : TYPE_WORDS[type];
    list.error(
      path,
      'bad-attribute',
      `"${name}" cannot be ${JSON.stringify(value)}.`,
      options
        ? `Choose one of ${allowed}.`
        : `Write ${allowed}, such as ${JSON.stringify(attribute.default)}.`,
    );
  }
}

const TYPE_WORDS: Readonly<Record<AttributeDefinition['type'], string>> = {
  string: 'a text in double quotes',
  number: 'a number without quotes',
  boolean: 'true or false',
};

function checkWorld(world: DiagramWorld, catalog: Catalog, list: ProblemList): void {
  const definition = findWorld(catalog, world.type);
  if (!definition) {
    const types = catalog.worlds.map(({ type }) => type);
    list.error(
      'world.type',
      'unknown-world',
      `There is no world "${world.type}".`,
      suggestName(world.type, types, 'worlds'),
    );
    return;
  }
  for (const [name, value] of Object.entries(world.settings ?? {})) {
    const path = `world.settings.${name}`;
    const control = definition.controls.find((candidate) => candidate.name === name);
    if (control) checkSetting(control, value, path, list);
    else {
      const names = definition.controls.map((candidate) => candidate.name);
      list.error(
        path,
        'unknown-setting',
        `The world ${world.type} has no setting "${name}".`,
        suggestName(name, names, 'settings'),
      );
    }
  }
}

function checkSetting(
  control: ControlDefinition,
  value: number | boolean,
  path: string,
  list: ProblemList,
): void {
  if (control.kind === 'range') {
    const { min, max, unit } = control;
    if (typeof value !== 'number' || value < min || value > max) {
      list.error(
        path,
        'bad-setting',
        `"${control.name}" cannot be ${value}.`,
        `Write a number from ${min} to ${max} ${unit}`.trimEnd() + '.',
      );
    }
  } else if (typeof value !== 'boolean') {
    list.error(path, 'bad-setting', `"${control.name}" cannot be ${value}.`, 'Write true or false.');
  }
}

function checkEndpoint(
  text: string,
  path: string,
  diagram: Diagram,
  catalog: Catalog,
  list: ProblemList,
): void {
  if (text === '') return;
  const colon = text.indexOf(':');
  if (colon < 0) {
    list.error(
      path,
      'bad-endpoint',
      `"${text}" names no pin.`,
      'Write part and pin with a colon between, such as "board:GND".',
    );
    return;
  }
  const owner = text.slice(0, colon);
  const pin = text.slice(colon + 1);
  if (owner === BOARD_ID) {
    checkBoardPin(pin, path, diagram, catalog, list);
    return;
  }
  const part = diagram.parts.find(({ id }) => id === owner);
  if (!part) {
    const ids = [BOARD_ID, ...diagram.parts.map(({ id }) => id)];
    list.error(
      path,
      'unknown-id',
      `This wire leads to "${owner}", but no part has that id.`,
      suggestName(owner, ids, 'ids'),
    );
    return;
  }
  const definition = findPart(catalog, part.type);
  const pins = definition?.pins.map(({ name }) => name) ?? [];
  if (definition && !pins.includes(pin)) {
    list.error(
      path,
      'unknown-pin',
      `${owner} (type ${part.type}) has no pin "${pin}".`,
      suggestName(pin, pins, 'pins'),
    );
  }
}

function checkBoardPin(
  name: string,
  path: string,
  diagram: Diagram,
  catalog: Catalog,
  list: ProblemList,
): void {
  const board = findBoardIn(catalog.boards, diagram.board);
  if (!board) return;
  const pin = findBoardPin(board, name);
  if (!pin) {
    const holes = board.pins.filter(({ brokenOut }) => brokenOut !== false);
    const names = holes.flatMap((hole) => [
      hole.name,
      ...hole.aliases.filter((alias) => !/^\d+$/.test(alias)),
    ]);
    const fix = suggestName(name, names, 'pins');
    const short = fix.startsWith('Did') ? fix : `Use one of ${holes.map((hole) => hole.name).join(', ')}.`;
    list.error(path, 'unknown-pin', `The ${board.name} has no pin "${name}".`, short);
  } else if (pin.brokenOut === false) {
    list.error(
      path,
      'pin-not-broken-out',
      `The ${board.name} has no hole for ${pin.name}, so no wire can reach it.`,
      'Choose another pin.',
    );
  }
}
