/** What a lesson may name: the parts, pins, states and controls of its diagram. Runs nothing. */

import { suggestName } from '#common/errors/did-you-mean.ts';
import type { Catalog, ControlDefinition, WorldDefinition } from '#interpreter/diagram/catalog.ts';
import { BOARD_ID, type Diagram, type DiagramPart, WORLD_ID } from '#interpreter/diagram/diagram.ts';
import { findBoardIn, findBoardPin, findPart, findWorld } from '#interpreter/diagram/lookup.ts';
import { boardPinOf, buildNets } from '#interpreter/diagram/nets.ts';

/** Why a name is not accepted, and what to do. */
export interface Trouble {
  readonly trouble: string;
  readonly fix: string;
}

export interface Named {
  readonly name: string;
  /** What a learner calls it. */
  readonly label: string;
  readonly unit?: string;
}

export function isTrouble(value: object): value is Trouble {
  return 'trouble' in value;
}

export class Bench {
  readonly diagram: Diagram;
  readonly #catalog: Catalog;

  constructor(diagram: Diagram, catalog: Catalog) {
    this.diagram = diagram;
    this.#catalog = catalog;
  }

  /** A value of a part's snapshot. */
  state(part: string, name: string): Named | Trouble {
    const entry = this.#entry(part, ['world']);
    if (isTrouble(entry)) return entry;
    const definition = findPart(this.#catalog, entry.type);
    const states = definition?.state ?? [];
    const state = states.find((candidate) => candidate.name === name);
    if (!state)
      return unknown(
        `state of \`${part}\``,
        name,
        states.map((known) => known.name),
      );
    const partLabel = entry.label ?? definition?.name ?? part;
    const label = name === 'on' ? `the ${partLabel}` : `the ${lowerFirst(state.label)} of the ${partLabel}`;
    return { name, label, ...(state.unit && { unit: state.unit }) };
  }

  worldVariable(name: string): Named | Trouble {
    const world = this.#world();
    if (isTrouble(world)) return world;
    const variable = world.variables.find((candidate) => candidate.name === name);
    if (!variable)
      return unknown(
        'world variable',
        name,
        world.variables.map((known) => known.name),
      );
    return { name, label: `the ${lowerFirst(variable.label)}`, unit: variable.unit };
  }

  /** The board pin that `part:PIN` or `board:PIN` means, by its canonical name. */
  pin(part: string, pin: string): Named | Trouble {
    if (part === BOARD_ID) return this.#boardPin(pin);
    const entry = this.#entry(part, [BOARD_ID]);
    if (isTrouble(entry)) return entry;
    const pins = findPart(this.#catalog, entry.type)?.pins ?? [];
    if (!pins.some((known) => known.name === pin))
      return unknown(
        `pin of \`${part}\``,
        pin,
        pins.map((known) => known.name),
      );
    const nets = buildNets(this.diagram, this.#catalog);
    const net = nets.find((candidate) => candidate.pins.some((end) => end.owner === part && end.pin === pin));
    const boardPin = net && boardPinOf(net);
    if (boardPin) return { name: boardPin, label: `pin ${boardPin}` };
    return { trouble: `\`${part}:${pin}\` is not wired to the board.`, fix: 'Add the wire to diagram.json.' };
  }

  control(part: string, name: string): ControlDefinition | Trouble {
    const owner = part === WORLD_ID ? this.#world() : this.#entry(part, [WORLD_ID]);
    if (isTrouble(owner)) return owner;
    const controls =
      'controls' in owner ? owner.controls : (findPart(this.#catalog, owner.type)?.controls ?? []);
    const control = controls.find((candidate) => candidate.name === name);
    return (
      control ??
      unknown(
        `control of \`${part}\``,
        name,
        controls.map((known) => known.name),
      )
    );
  }

  #boardPin(name: string): Named | Trouble {
    const board = findBoardIn(this.#catalog.boards, this.diagram.board);
    const pin = board && findBoardPin(board, name);
    if (pin) return { name: pin.name, label: `pin ${pin.name}` };
    const gpios = board?.pins.filter((known) => known.role === 'gpio') ?? [];
    return unknown(
      `pin of the ${board?.name ?? 'board'}`,
      name,
      gpios.map((known) => known.name),
    );
  }

  #entry(part: string, alsoKnown: readonly string[]): DiagramPart | Trouble {
    const { parts } = this.diagram;
    return (
      parts.find(({ id }) => id === part) ??
      unknown('part', part, [...parts.map(({ id }) => id), ...alsoKnown])
    );
  }

  #world(): WorldDefinition | Trouble {
    const type = this.diagram.world?.type;
    const world = type === undefined ? undefined : findWorld(this.#catalog, type);
    return (
      world ?? { trouble: 'The diagram of this lesson has no world.', fix: 'Add `world` to diagram.json.' }
    );
  }
}

function unknown(kind: string, name: string, known: readonly string[]): Trouble {
  return { trouble: `There is no ${kind} called \`${name}\`.`, fix: suggestName(name, known, plural(kind)) };
}

/** `pin of `pump`` to `pins of `pump``. */
function plural(kind: string): string {
  return kind.replace(/^(world variable|\S+)/, '$1s');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
