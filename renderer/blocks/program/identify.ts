/**
 * Gives the blocks of one statement at the top of the program their ids. A block that stands where a block of the last reading
 * stood is the same block, and is even the same object if nothing in it changed: who shows blocks can compare by identity.
 */

import type { Span } from '../python/nodes.ts';
import { align } from './align.ts';
import type { Block, BlockSpan } from './block.ts';
import { specOf } from './catalog.ts';
import type { ReadBlock, ReadList } from './reader.ts';
import { isLike, sameList } from './same.ts';
import type { Source, SourcedView, SourceList } from './source.ts';

/** Ids of this reading: those of the last one, those that writing has given to places, and new ones. */
export class Ids {
  last: number;
  readonly #written = new Map<string, string>();
  readonly #statements = new Map<string, string>();
  readonly #writtenIds: ReadonlySet<string>;
  readonly #claimed = new Set<string>();

  constructor(last: number, spans: ReadonlyMap<string, BlockSpan> = new Map()) {
    this.last = last;
    for (const [id, { from, to, type }] of spans) {
      this.#written.set(`${from}:${to}:${type}`, id);
      if (specOf(type)?.role === 'statement') this.#statements.set(`${from}:${to}`, id);
    }
    this.#writtenIds = new Set(spans.keys());
  }

  /** The id of the block that was written to this place. */
  written({ from, to, type }: BlockSpan): string | undefined {
    if (this.#written.size === 0) return undefined;
    const id = this.#written.get(`${from}:${to}:${type}`);
    return id !== undefined && this.#claimed.has(id) ? undefined : id;
  }

  /** The id of the statement that was written to this place. */
  writtenAt({ from, to }: Span): string | undefined {
    return this.#statements.get(`${from}:${to}`);
  }

  isClaimed(id: string): boolean {
    return this.#claimed.has(id);
  }

  /** Whether a block may go on under its id without anybody having said so. */
  isFree(id: string): boolean {
    return !this.#claimed.has(id) && !this.#writtenIds.has(id);
  }

  claim(id: string): string {
    this.#claimed.add(id);
    return id;
  }

  next(): string {
    this.last += 1;
    return this.claim(`p${this.last}`);
  }
}

interface Place {
  readonly parent: string;
  readonly place: string;
  readonly previous?: string;
  readonly lead?: Span;
  readonly indent?: string;
}

export class Identifier {
  readonly sources = new Map<string, Source>();
  readonly #text: string;
  readonly #hidden: readonly Span[];
  readonly #ids: Ids;
  readonly #known: SourcedView | undefined;

  /** `hidden`: comments of the unit that are in no block. `known`: the last reading. */
  constructor(text: string, hidden: readonly Span[], ids: Ids, known: SourcedView | undefined) {
    this.#text = text;
    this.#hidden = hidden;
    this.#ids = ids;
    this.#known = known;
  }

  /** `partner`: the block of the last reading that stood here. */
  unit(read: ReadBlock, partner: Block | undefined): Block {
    return this.#block(read, partner, { parent: '', place: '', previous: '', indent: '' });
  }

  #list(
    read: readonly ReadBlock[],
    known: readonly Block[] | undefined,
    at: { readonly parent: string; readonly place: string; readonly from: number; readonly indent: string },
  ): readonly Block[] {
    const partners = align(
      read.map(({ type, from, to }) => ({ type, text: this.#text.slice(from, to) })),
      (known ?? []).map((block) => ({ type: block.type, text: this.#knownText(block) })),
    );
    let previous = '';
    let end = at.from;
    const blocks = read.map((item, index) => {
      const partner = partners[index];
      const { parent, place, indent } = at;
      const lead = { from: end, to: item.from };
      const guess = partner === undefined ? undefined : known?.[partner];
      const block = this.#block(item, guess, { parent, place, previous, lead, indent });
      previous = block.id;
      end = item.to;
      return block;
    });
    return known && sameList(blocks, known) ? known : blocks;
  }

  #block(read: ReadBlock, guess: Block | undefined, place: Place): Block {
    const written = this.#ids.written(read);
    const known =
      written === undefined ? this.#partner(read, guess) : this.#known?.sources.get(written)?.block;
    const id =
      known || written !== undefined ? this.#ids.claim(known?.id ?? written ?? '') : this.#ids.next();
    const before = known ?? guess;
    const slots: Record<string, Block> = {};
    for (const name in read.slots) {
      const slot = read.slots[name];
      if (slot) slots[name] = this.#block(slot, before?.slots[name], { parent: id, place: name });
    }
    const bodies: Record<string, readonly Block[]> = {};
    for (const [name, { items, from, indent }] of Object.entries(read.bodies)) {
      const row = this.#list(items, before?.bodies[name], { parent: id, place: name, from, indent });
      if (row.length > 0) bodies[name] = row;
    }
    const extra = shapeOf(read);
    const { type, fields, comment } = read;
    const made: Block = {
      id,
      type,
      fields,
      slots,
      bodies,
      ...(extra ? { extra } : {}),
      ...(comment === undefined ? {} : { comment }),
    };
    const block = known && isLike(known, made) ? known : made;
    this.sources.set(id, this.#source(read, block, place));
    return block;
  }

  /** The block of the last reading that this one is. */
  #partner(read: ReadBlock, guess: Block | undefined): Block | undefined {
    return guess?.type === read.type && this.#ids.isFree(guess.id) ? guess : undefined;
  }

  #knownText(block: Block): string {
    const source = this.#known?.sources.get(block.id);
    return source && this.#known ? this.#known.text.slice(source.from, source.to) : '';
  }

  #source(read: ReadBlock, block: Block, place: Place): Source {
    const { from, to, outer, holes, order } = read;
    return {
      block,
      from,
      to,
      holes,
      ...place,
      ...(outer ? { outer } : {}),
      ...(order === undefined ? {} : { order }),
      bodies: listsOf(read.bodies),
      hidden: this.#hiddenIn(read),
    };
  }

  #hiddenIn({ from, to }: Span): readonly Span[] {
    if (this.#hidden.length === 0) return NONE;
    const found = this.#hidden.filter((comment) => comment.from >= from && comment.to <= to);
    return found.length > 0 ? found : NONE;
  }
}

const NONE: readonly Span[] = [];
const NO_LISTS: Source['bodies'] = {};

function listsOf(bodies: Readonly<Record<string, ReadList>>): Source['bodies'] {
  const names = Object.keys(bodies);
  if (names.length === 0) return NO_LISTS;
  const lists: Record<string, SourceList> = {};
  for (const [name, { from, to, indent, inline, hidesPass }] of Object.entries(bodies)) {
    lists[name] = { from, to, indent, inline, hidesPass };
  }
  return lists;
}

function shapeOf({ type, extra }: ReadBlock): Block['extra'] {
  const shape = specOf(type)?.shape;
  if (!shape) return extra;
  return { ...shape.read(extra), ...(extra?.['form'] === undefined ? {} : { form: extra['form'] }) };
}
