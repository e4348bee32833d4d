/** Where the blocks of a program stand in its text, so that writing can leave alone what was not edited. */

import type { Span, Statement } from '../python/nodes.ts';
import type { Block, ConversionReport, ProgramView } from './block.ts';
import type { Names } from './names.ts';

/** A place of a block's text that holds a field, a slot, a body or the comment behind it. */
export interface Hole extends Span {
  readonly kind: 'field' | 'slot' | 'body' | 'comment';
  readonly name: string;
}

/** Where a row of statements stood. */
export interface SourceList extends Span {
  readonly indent: string;
  readonly inline: boolean;
  /** A body that says `pass` where blocks show nothing. */
  readonly hidesPass: boolean;
}

export interface Source extends Span {
  readonly block: Block;
  /** With the redundant parentheses round it. */
  readonly outer?: Span;
  /** In order, not overlapping. */
  readonly holes: readonly Hole[];
  /** Id of the block around it, and the slot or body it is in; '' at the top. */
  readonly parent: string;
  readonly place: string;
  /** For statements: id of the statement before it in its row, '' for the first, and what stood between. */
  readonly previous?: string;
  readonly lead?: Span;
  /** White space in front of its line. */
  readonly indent?: string;
  /** For blocks with bodies, by name. */
  readonly bodies: Readonly<Record<string, SourceList>>;
  /** How tightly it bound. */
  readonly order?: number;
  /** Comments in its text that no block shows. */
  readonly hidden: readonly Span[];
}

/** A statement at the top of the program with everything inside it. As long as its text stays, it is not read again. */
export interface Unit {
  readonly kind: Statement['kind'];
  readonly block: Block;
  /** Where it stood when it was read: the places in `sources` count from there. */
  readonly base: number;
  readonly sources: ReadonlyMap<string, Source>;
  readonly counts: UnitCounts;
}

export interface UnitCounts {
  readonly statements: number;
  /** Statements that hold a raw block in themselves. */
  readonly touched: number;
  readonly rawStatements: number;
  readonly rawExpressions: number;
  /** Offsets of raw blocks, counted like `sources`. */
  readonly raw: readonly number[];
}

/** A unit in a program. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly previous: string;
  readonly lead: Span;
}

/** Finds the place of every block. Places are worked out when they are asked for. */
export class Sources {
  readonly units: readonly PlacedUnit[];
  readonly #unitOf = new Map<string, PlacedUnit>();
  readonly #found = new Map<string, Source>();

  constructor(units: readonly PlacedUnit[]) {
    this.units = units;
    for (const placed of units) for (const id of placed.unit.sources.keys()) this.#unitOf.set(id, placed);
  }

  get(id: string): Source | undefined {
    const found = this.#found.get(id);
    if (found) return found;
    const placed = this.#unitOf.get(id);
    const source = placed?.unit.sources.get(id);
    if (!placed || !source) return undefined;
    const { unit, from, previous, lead } = placed;
    const here = move(source, from - unit.base);
    const whole = id === unit.block.id ? { ...here, previous, lead } : here;
    this.#found.set(id, whole);
    return whole;
  }
}

function move(source: Source, by: number): Source {
  if (by === 0) return source;
  const shift = <Place extends Span>(place: Place): Place => ({
    ...place,
    from: place.from + by,
    to: place.to + by,
  });
  const { lead, outer } = source;
  return {
    ...shift(source),
    holes: source.holes.map(shift),
    hidden: source.hidden.map(shift),
    bodies: Object.fromEntries(Object.entries(source.bodies).map(([name, list]) => [name, shift(list)])),
    ...(lead ? { lead: shift(lead) } : {}),
    ...(outer ? { outer: shift(outer) } : {}),
  };
}

/** How the program's author writes. */
export interface Manners {
  readonly newline: '\n' | '\r\n' | '\r';
  /** One level of indentation. */
  readonly indent: string;
  readonly quote: "'" | '"';
}

export interface SourcedView extends ProgramView {
  readonly sources: Sources;
  readonly names: Names;
  readonly manners: Manners;
  readonly report: ConversionReport;
  /** Numbers of new ids begin behind this. */
  readonly lastId: number;
}
