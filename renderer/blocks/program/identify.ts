/**
 * Gives the blocks that were read their ids. A block that stands where a block of the last reading stood is the same block, and
 * is even the same object if nothing in it changed: whoever shows blocks can compare by identity.
 */

import type { Block } from './block.ts';
import { specOf } from './catalog.ts';
import { align } from './align.ts';
import type { ReadBlock, ReadList } from './reader.ts';
import { sameExtra, sameRecord } from './same.ts';
import type { Source, SourceList } from './source.ts';
import type { Span } from '../python/nodes.ts';

export interface Known {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly lastId: number;
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
  lastId: number;
  readonly #text: string;
  readonly #hidden: readonly Span[];
  readonly #known: Known | undefined;
  /** Ids of places, from the writing that made the text. */
  readonly #written = new Map<string, string>();
  readonly #writtenIds: ReadonlySet<string>;
  readonly #claimed = new Set<string>();

  constructor(
    text: string,
    hidden: readonly Span[],
    known: Known | undefined,
    spans: ReadonlyMap<string, Span & { readonly type: string }> = new Map(),
  ) {
    this.#text = text;
    this.#hidden = hidden;
    this.#known = known;
    this.lastId = known?.lastId ?? 0;
    for (const [id, { from, to, type }] of spans) this.#written.set(`${from}:${to}:${type}`, id);
    this.#writtenIds = new Set(spans.keys());
  }

  blocks(read: readonly ReadBlock[]): readonly Block[] {
    return this.#list(read, this.#known?.blocks, { parent: '', place: '', from: 0, indent: '' });
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
      const place = {
        parent: at.parent,
        place: at.place,
        previous,
        lead: { from: end, to: item.from },
        indent: at.indent,
      };
      const block = this.#block(item, partner === undefined ? undefined : known?.[partner], place);
      previous = block.id;
      end = item.to;
      return block;
    });
    const same = known?.length === blocks.length && blocks.every((block, index) => block === known[index]);
    return same ? known : blocks;
  }

  #block(read: ReadBlock, guess: Block | undefined, place: Place): Block {
    const known = this.#partner(read, guess);
    const id = known?.id ?? this.#written.get(keyOf(read)) ?? this.#newId();
    this.#claimed.add(id);
    const slots = mapRecord(read.slots, (slot, name) =>
      this.#block(slot, known?.slots[name] ?? guess?.slots[name], { parent: id, place: name }),
    );
    const bodies: Record<string, readonly Block[]> = {};
    for (const [name, list] of Object.entries(read.bodies)) {
      const { from, indent } = list;
      const statements = this.#list(list.items, known?.bodies[name] ?? guess?.bodies[name], {
        parent: id,
        place: name,
        from,
        indent,
      });
      if (statements.length > 0) bodies[name] = statements;
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
    const block = known && isSame(known, made) ? known : made;
    this.sources.set(id, this.#source(read, block, place));
    return block;
  }

  /** The block of the last reading that this one is. */
  #partner(read: ReadBlock, guess: Block | undefined): Block | undefined {
    const written = this.#written.get(keyOf(read));
    if (written !== undefined) {
      return this.#claimed.has(written) ? undefined : this.#known?.sources.get(written)?.block;
    }
    const fits = guess?.type === read.type && !this.#claimed.has(guess.id) && !this.#writtenIds.has(guess.id);
    return fits ? guess : undefined;
  }

  #newId(): string {
    this.lastId += 1;
    return `p${this.lastId}`;
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
      bodies: mapRecord(read.bodies, listOf),
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

function keyOf({ from, to, type }: ReadBlock): string {
  return `${from}:${to}:${type}`;
}

function listOf({ from, to, indent, inline, hidesPass }: ReadList): SourceList {
  return { from, to, indent, inline, hidesPass };
}

function shapeOf({ type, extra }: ReadBlock): Block['extra'] {
  const shape = specOf(type)?.shape;
  return shape
    ? { ...shape.read(extra), ...(extra?.['form'] === undefined ? {} : { form: extra['form'] }) }
    : extra;
}

function isSame(a: Block, b: Block): boolean {
  return (
    a.type === b.type &&
    a.comment === b.comment &&
    sameRecord(a.fields, b.fields) &&
    sameRecord(a.slots, b.slots) &&
    sameRecord(a.bodies, b.bodies) &&
    sameExtra(a.extra, b.extra)
  );
}

function mapRecord<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
}
