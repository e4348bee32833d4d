/** Finds wiring that cannot work or would do harm. Knows pin roles and supplies, not what a part does. */

import { listNames } from '#common/errors/did-you-mean.ts';
import type { BoardDefinition, BoardPin, Catalog, PartPinDefinition, PinRole } from './catalog.ts';
import { BOARD_ID, type Diagram, type DiagramPart } from './diagram.ts';
import { findBoardIn, findPart } from './lookup.ts';
import { buildNets, type Net, resolveEndpoint } from './nets.ts';
import type { ProblemList } from './problem-list.ts';

interface WiredPin {
  readonly owner: string;
  readonly pin: string;
  readonly role: PinRole;
}

/** A net with what is known of its pins. */
interface KnownNet {
  readonly board: readonly BoardPin[];
  readonly parts: readonly WiredPin[];
  /** Path of the net's last connection: the wire that was added to what stood there before. */
  readonly path: string;
}

export function checkWiring(diagram: Diagram, catalog: Catalog, list: ProblemList): void {
  const board = findBoardIn(catalog.boards, diagram.board);
  if (!board) return;
  const nets = buildNets(diagram, catalog).map((net) => knownNet(net, diagram, catalog, board));
  for (const net of nets) {
    for (const rule of NET_RULES) rule(net, list);
  }
  diagram.parts.forEach((part, index) => checkSupply(part, `parts[${index}]`, board, catalog, nets, list));
}

function knownNet(net: Net, diagram: Diagram, catalog: Catalog, board: BoardDefinition): KnownNet {
  const has = (owner: string, pin: string): boolean =>
    net.pins.some((known) => known.owner === owner && known.pin === pin);
  const last = diagram.connections.findLastIndex(({ from }) => {
    const end = resolveEndpoint(from, diagram, catalog);
    return end !== undefined && has(end.owner, end.pin);
  });
  return {
    board: board.pins.filter(({ name }) => has(BOARD_ID, name)),
    parts: diagram.parts.flatMap(({ id, type }) =>
      pinsOf(type, catalog)
        .filter(({ name }) => has(id, name))
        .map(({ name, role }) => ({ owner: id, pin: name, role })),
    ),
    path: `connections[${last}]`,
  };
}

function pinsOf(type: string, catalog: Catalog): readonly PartPinDefinition[] {
  return findPart(catalog, type)?.pins ?? [];
}

type NetRule = (net: KnownNet, list: ProblemList) => void;

const isSupply = ({ role }: BoardPin): boolean => role === 'power' || role === 'ground';
const withRole = (net: KnownNet, role: PinRole): readonly WiredPin[] =>
  net.parts.filter((pin) => pin.role === role);
const nameOf = ({ owner, pin }: WiredPin): string => `${owner}:${pin}`;

const shortCircuit: NetRule = (net, list) => {
  const levels = net.board.filter(isSupply);
  if (new Set(levels.map(({ volts }) => volts ?? 0)).size < 2) return;
  const names = listNames(levels.map(({ name }) => name));
  list.error(
    net.path,
    'short-circuit',
    `Short circuit: these wires join ${names} of the board.`,
    'Remove the wire that joins them.',
  );
};

const twoOutputs: NetRule = (net, list) => {
  const outputs = withRole(net, 'output').map(nameOf);
  if (outputs.length < 2) return;
  const fix = 'Give each its own pin of the board.';
  list.error(
    net.path,
    'two-outputs',
    `${listNames(outputs)} are outputs and drive the same wire against each other.`,
    fix,
  );
};

const outputOnSupply: NetRule = (net, list) => {
  const [supply] = net.board.filter(isSupply);
  if (!supply) return;
  for (const output of withRole(net, 'output')) {
    const message = `${nameOf(output)} is an output, but it is wired to the supply ${supply.name}.`;
    list.error(
      net.path,
      'output-on-supply',
      message,
      `Lead ${nameOf(output)} to a GPIO of the board instead.`,
    );
  }
};

const supplyReversed: NetRule = (net, list) => {
  const [supply, second] = net.board.filter(isSupply);
  if (!supply || second) return;
  const wrongRole = supply.role === 'power' ? 'ground' : 'power';
  for (const pin of withRole(net, wrongRole)) {
    const message = `${nameOf(pin)} is a ${wrongRole} pin, but it is wired to ${supply.name}.`;
    list.warning(net.path, 'supply-reversed', message, 'Swap the supply wires of that part.');
  }
};

const gpioOnSupply: NetRule = (net, list) => {
  const [supply] = net.board.filter(isSupply);
  const [gpio] = net.board.filter(({ role }) => role === 'gpio');
  if (!supply || !gpio) return;
  const message = `${gpio.name} is wired straight to ${supply.name}; as an output it would be a short circuit.`;
  list.warning(
    net.path,
    'gpio-on-supply',
    message,
    'Put a part between the two, or use the pin as an input only.',
  );
};

const sharedPin: NetRule = (net, list) => {
  const [gpio] = net.board.filter(({ role }) => role === 'gpio');
  const loads = [...new Set(withRole(net, 'input').map(({ owner }) => owner))];
  if (!gpio || loads.length < 2 || withRole(net, 'output').length > 0) return;
  const both = loads.length === 2 ? 'both' : 'all';
  const message = `${listNames(loads)} ${both} hang on ${gpio.name} and switch together.`;
  list.warning(net.path, 'shared-pin', message, 'Give each its own GPIO if they should switch apart.');
};

const inputOnlyPin: NetRule = (net, list) => {
  const gpios = net.board.filter(({ role }) => role === 'gpio');
  const [load] = withRole(net, 'input');
  const [gpio] = gpios;
  if (!gpio || !load || gpios.some(({ output }) => output !== false) || withRole(net, 'output').length > 0)
    return;
  const message = `${gpio.name} can only be read, so it cannot switch ${nameOf(load)}.`;
  list.warning(net.path, 'input-only-pin', message, 'Use a GPIO that can be an output.');
};

const NET_RULES: readonly NetRule[] = [
  shortCircuit,
  twoOutputs,
  outputOnSupply,
  supplyReversed,
  gpioOnSupply,
  sharedPin,
  inputOnlyPin,
];

/** A part with any wire also needs its supply pins wired; a GPIO or another part's output may feed it too. */
function checkSupply(
  part: DiagramPart,
  path: string,
  board: BoardDefinition,
  catalog: Catalog,
  nets: readonly KnownNet[],
  list: ProblemList,
): void {
  const pins = pinsOf(part.type, catalog);
  if (pins.length === 0) return;
  const netOf = (name: string): KnownNet | undefined =>
    nets.find((net) => net.parts.some(({ owner, pin }) => owner === part.id && pin === name));
  if (pins.every(({ name }) => !netOf(name))) {
    list.warning(path, 'not-wired', `${part.id} is not wired to anything.`, 'Lead its pins to the board.');
    return;
  }
  const isFed = (net: KnownNet | undefined): boolean =>
    net !== undefined &&
    (net.board.length > 0 || net.parts.some(({ role, owner }) => role === 'output' && owner !== part.id));
  for (const role of ['power', 'ground'] as const) {
    for (const { name } of pins.filter((pin) => pin.role === role && !isFed(netOf(pin.name)))) {
      const supply = board.pins.find((pin) => pin.role === role)?.name ?? role;
      const message = `${part.id} has no ${role === 'power' ? 'power' : 'ground'}: its ${name} leads nowhere.`;
      list.warning(path, 'no-supply', message, `Wire ${part.id}:${name} to board:${supply}.`);
    }
  }
}
