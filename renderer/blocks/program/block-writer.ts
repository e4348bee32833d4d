/**
 * Writes one block after the other. What was not edited keeps its bytes: a block's old text is reused piece by piece, and only
 * fields, slots and rows of statements that changed are written again.
 */

import type { BlockSpec, Written } from '../block-spec.ts';
import type { Span } from '../python/nodes.ts';
import type { Block } from './block.ts';
import { oneLine } from './block-state.ts';
import { specOf } from './catalog.ts';
import type { Imports } from './imports.ts';
import { getsComment, isComment, leadOf, LINE_BREAK } from './lead.ts';
import { breaksLine } from './line-breaks.ts';
import { quoteWith } from './literals.ts';
import { isKept, keep, mark, unmark } from './marked-text.ts';
import { ORDER, sameOrTighter } from './order.ts';
import type { Printer } from './printer.ts';
import { reindent } from './reindent.ts';
import { isDeepSame, sameExtra, sameRecord } from './same.ts';
import type { Hole, Source, SourcedView, SourceList } from './source.ts';

export interface BlockWriterOptions {
  /** Writes every block anew, as if no text had been there. */
  readonly fresh?: boolean;
  /** Writes a block that was edited without the pieces of its old text. */
  readonly whole?: boolean;
  /** Gives the text without marks, where nobody asks for places and changes. */
  readonly plain?: boolean;
}

export class BlockWriter implements Printer {
  newline: string;
  readonly #view: SourcedView;
  readonly #fresh: boolean;
  readonly #whole: boolean;
  readonly #plain: boolean;
  readonly #imports: Imports;
  /** Blocks by the key of their mark. */
  readonly written: Block[] = [];
  readonly #filled = new Map<string, Map<string, string>>();
  /** Offsets of the comments that were saved from lost text. */
  readonly #saved = new Set<number>();
  /** Whether the block that is being written is in the text already: what it needs is imported, if at all. */
  #isOld = false;
  /** Statements with the lead that they had. */
  readonly #staying = new Set<Block>();
  /** Values of several lines. */
  readonly #long = new Set<Block>();
  #indent = '';
  /** The indentation that the statement had. */
  #from: string | undefined;
  /** Pieces that were kept in another indentation. */
  readonly #moved: Span[] = [];
  /** Statements whose first body has yet to take their comment. */
  readonly #comments = new Map<string, string>();

  constructor(view: SourcedView, imports: Imports, options: BlockWriterOptions) {
    this.#view = view;
    this.#imports = imports;
    this.#fresh = options.fresh === true;
    this.#whole = options.whole === true;
    this.#plain = options.plain === true;
    this.newline = view.manners.newline;
  }

  value(block: Block, slot: string, order: number, empty = 'None'): string {
    const child = block.slots[slot];
    if (!child) return this.#remember(block, slot, empty);
    const [code, own] = this.#value(child, block, slot);
    if (this.#needsParens(child, block, slot, own, order))
      return this.#remember(block, slot, this.#parens(child, code));
    if (!this.#breaks(child, code)) return this.#remember(block, slot, code);
    // The old place may have brackets around it; a new one may not.
    const safe = this.#parens(child, code);
    this.#remember(block, slot, this.#isKept(block, slot) && this.#broke(child) ? code : safe);
    return safe;
  }

  /** The parentheses of tuples and generators are their own: reading finds them inside of the block's place. */
  #parens(child: Block, code: string): string {
    const isOwn = child.type === 'tuple' || child.type === 'comprehension';
    return isOwn ? this.#mark(child, `(${code})`) : `(${code})`;
  }

  /** Whether a value has line breaks that only brackets around it allow. */
  #breaks(child: Block, code: string): boolean {
    const source = this.source(child);
    const isLong =
      LINE_BREAK.test(code) ||
      (source !== undefined && LINE_BREAK.test(this.#view.text.slice(source.from, source.to))) ||
      Object.values(child.slots).some((slot) => this.#long.has(slot));
    if (!isLong) return false;
    this.#long.add(child);
    return breaksLine(this.#plain ? code : unmark(code, this.#view.text).text);
  }

  #broke(child: Block): boolean {
    const source = this.source(child);
    return source !== undefined && breaksLine(this.#view.text.slice(source.from, source.to));
  }

  receiver(block: Block, slot: string, empty = 'None'): string {
    const code = this.value(block, slot, sameOrTighter(ORDER.MEMBER), empty);
    // `2.on()` would be a number with a dot.
    const isNumber = block.slots[slot]?.type === 'number' && !this.#isKept(block, slot);
    return isNumber ? this.#remember(block, slot, `(${code})`) : code;
  }

  values(block: Block, prefix: string, order: number): string[] {
    const names = Object.keys(block.slots).filter((name) => name.startsWith(prefix));
    names.sort((a, b) => Number(a.slice(prefix.length)) - Number(b.slice(prefix.length)));
    return names.map((name) => this.value(block, name, order));
  }

  body(block: Block, name: string): string {
    const comment = this.#comments.get(block.id) ?? '';
    this.#comments.delete(block.id);
    return comment + this.#remember(block, name, this.#suite(block, name, comment !== ''));
  }

  path(path: string): string {
    return this.#imports.path(path, this.#isOld);
  }

  quote(text: string): string {
    return quoteWith(this.#view.manners.quote, text);
  }

  source(block: Block): Source | undefined {
    return this.#fresh ? undefined : this.#view.sources.get(block.id);
  }

  /** What the block's spec writes. */
  #write(spec: BlockSpec, block: Block): string | Written {
    const outside = this.#isOld;
    const old = this.#view.sources.get(block.id)?.block;
    this.#isOld =
      old?.type === block.type && sameRecord(old.fields, block.fields) && sameExtra(old.extra, block.extra);
    const written = spec.write(block, this);
    this.#isOld = outside;
    return written;
  }

  #mark(block: Block, code: string): string {
    return this.#plain ? code : mark(this.written.push(block) - 1, code);
  }

  #keep(span: Span): string {
    return this.#plain ? this.#view.text.slice(span.from, span.to) : keep(span);
  }

  /** What a slot or body was written as, for filling the hole in the old text. */
  #remember(block: Block, place: string, code: string): string {
    const filled = this.#filled.get(block.id);
    if (filled) filled.set(place, code);
    else this.#filled.set(block.id, new Map([[place, code]]));
    return code;
  }

  /** Whether a slot still holds the block that it held. */
  #isKept(block: Block, slot: string): boolean {
    const source = block.slots[slot] && this.source(block.slots[slot]);
    return source?.parent === block.id && source.place === slot;
  }

  statement(block: Block): string {
    const spec = specOf(block.type);
    if (!spec) return this.#mark(block, `pass  # ${block.type}`);
    const old = this.source(block);
    // What nobody touched and nobody moved is kept in one piece.
    if (old?.block === block && old.indent === this.#indent && !this.#plain)
      return this.#mark(block, keep(old));
    const comment = commentText(block);
    if (comment) this.#comments.set(block.id, comment);
    const { newline } = this;
    const from = this.#from;
    this.#from = this.source(block)?.indent;
    if (spec.layout === 'comment') this.newline = this.#columnOf(block) ?? newline;
    const whole = this.#write(spec, block) as string;
    this.newline = newline;
    // A body takes the comment behind its colon; without a body it stands at the end.
    const commented = this.#comments.delete(block.id) ? whole + comment : whole;
    const source = this.source(block);
    const code = source && this.#canKeep(block, spec, source) ? this.#pieces(block, source) : commented;
    this.#from = from;
    return this.#rescued(source, code) + this.#mark(block, code);
  }

  /** The lines of a comment stand below each other, also where the first one stands in a column of its own. */
  #columnOf(block: Block): string | undefined {
    const source = this.source(block);
    if (!source || !this.#staying.has(block)) return undefined;
    const before = this.#view.text.slice(source.lead?.from, source.from);
    return this.#view.manners.newline + (/[ \t]*$/.exec(before)?.[0] ?? '');
  }

  #value(block: Block, parent: Block, slot: string): Written {
    const spec = specOf(block.type);
    if (!spec) return [this.#mark(block, 'None'), ORDER.ATOMIC];
    const [whole, order] = this.#write(spec, block) as Written;
    const source = this.source(block);
    const keeps = source !== undefined && this.#canKeep(block, spec, source);
    const code = this.#mark(block, keeps ? this.#pieces(block, source) : whole);
    if (!source?.outer || !this.#isKept(parent, slot)) {
      // Kept text may bind otherwise than what the block writes: `x for x in y` as the only argument of a call.
      const own = keeps && sameRecord(block.fields, source.block.fields) ? source.order : undefined;
      return [code, own ?? order];
    }
    const { outer, from, to } = source;
    return [
      this.#piece({ from: outer.from, to: from }) + code + this.#piece({ from: to, to: outer.to }),
      ORDER.ATOMIC,
    ];
  }

  /** A child that stood here already and binds as it did needs no new parentheses. */
  #needsParens(child: Block, parent: Block, slot: string, own: number, order: number): boolean {
    if (own < order || own === ORDER.ATOMIC) return false;
    const stays = this.#isKept(parent, slot) && this.source(child)?.order === own;
    const around = this.source(parent)?.block;
    return !(
      stays &&
      around &&
      sameRecord(parent.fields, around.fields) &&
      sameExtra(parent.extra, around.extra)
    );
  }

  /** Whether the old text of a block has a place for everything that changed. */
  #canKeep(block: Block, spec: BlockSpec, { block: old, holes }: Source): boolean {
    if (this.#whole && block !== old) return false;
    if (block.type !== old.type || !sameExtra(shapeOf(spec, block), shapeOf(spec, old))) return false;
    if (holes.length === 0 && !isNone(old.slots)) return isDeepSame(block, old);
    if (block.comment !== old.comment && !hasHole(holes, 'comment', '')) return false;
    for (const name in { ...old.fields, ...block.fields }) {
      if (block.fields[name] !== old.fields[name] && !hasHole(holes, 'field', name)) return false;
    }
    for (const name in block.slots) if (!hasHole(holes, 'slot', name)) return false;
    for (const name in block.bodies) if (!hasHole(holes, 'body', name)) return false;
    const filled = this.#filled.get(block.id);
    return holes.every(({ kind, name }) => (kind !== 'slot' && kind !== 'body') || filled?.get(name));
  }

  /** The old text with its holes filled anew. */
  #pieces(block: Block, { block: old, from, to, holes }: Source): string {
    let code = '';
    let at = from;
    for (const hole of holes) {
      code += this.#piece({ from: at, to: hole.from }) + this.#fill(hole, block, old);
      at = hole.to;
    }
    return code + this.#piece({ from: at, to });
  }

  #fill(hole: Hole, block: Block, old: Block): string {
    const { kind, name } = hole;
    if (kind === 'slot' || kind === 'body') return this.#filled.get(block.id)?.get(name) ?? '';
    if (kind === 'comment') return block.comment === old.comment ? this.#keep(hole) : commentText(block);
    const value = block.fields[name] ?? '';
    const before = old.fields[name] ?? '';
    if (value === before) return this.#piece(hole);
    // What was put at the end of a list of names leaves the lines in front of it.
    const isLonger =
      before !== '' && value.startsWith(before) && this.#view.text.slice(hole.from, hole.to) !== before;
    return isLonger ? this.#piece(hole) + value.slice(before.length) : this.lines(value);
  }

  /** A piece of old text, moved to the new indentation where the statement moved. */
  #piece(span: Span): string {
    if (this.#from === undefined || this.#from === this.#indent) return this.#keep(span);
    const text = this.#view.text.slice(span.from, span.to);
    if (!LINE_BREAK.test(text)) return this.#keep(span);
    this.#moved.push(span);
    // The last line goes on with what is in the hole behind it.
    return reindent(`${text}_`, this.#from, this.#indent, this.#view.manners.newline).slice(0, -1);
  }

  /** Lines as somebody typed them, under the indentation of the statement. */
  lines(text: string): string {
    return reindent(text, '', this.#indent, this.#view.manners.newline);
  }

  /** Comments inside a statement that would go with its old text stand in front of it. */
  #rescued(source: Source | undefined, code: string): string {
    if (!source || source.hidden.length === 0 || this.#plain) return '';
    // Statements answer for the comments in them.
    const inside = Object.values(source.block.bodies)
      .flat()
      .flatMap(({ id }) => this.#view.sources.get(id) ?? []);
    const lost = source.hidden.filter(
      (comment) =>
        !this.#saved.has(comment.from) &&
        !isKept(code, comment) &&
        !this.#moved.some(({ from, to }) => comment.from >= from && comment.to <= to) &&
        !inside.some(({ from, to }) => comment.from >= from && comment.to <= to),
    );
    for (const { from } of lost) this.#saved.add(from);
    return lost.map(({ from, to }) => this.#view.text.slice(from, to) + this.newline).join('');
  }

  #suite(block: Block, name: string, behindComment: boolean): string {
    const statements = block.bodies[name] ?? [];
    const source = this.source(block);
    const list = source?.bodies[name];
    const stays = list && source.indent === this.#indent ? list : undefined;
    const ids = (source?.block.bodies[name] ?? []).map(({ id }) => id);
    const unchanged =
      ids.length === statements.length && statements.every(({ id }, index) => id === ids[index]);
    const { indent: outside, newline } = { indent: this.#indent, newline: this.newline };
    // A comment ends the line.
    const inline =
      stays?.inline === true &&
      unchanged &&
      !behindComment &&
      statements.every(({ bodies }) => isNone(bodies)) &&
      !statements.slice(0, -1).some((statement) => getsComment(statement, this.source(statement)));
    this.#indent = stays && !stays.inline ? stays.indent : outside + this.#view.manners.indent;
    this.newline = this.#view.manners.newline + this.#indent;
    if (inline) this.#indent = '';
    const rows = statements.map(
      (statement, index) => this.lead(statements, index, block.id, name) + this.statement(statement),
    );
    const isEmpty = statements.every(isComment);
    const pass = isEmpty ? this.#pass(stays?.hidesPass && unchanged ? stays : undefined, statements) : '';
    this.#indent = outside;
    this.newline = newline;
    return rows.join('') + pass;
  }

  /** What stands in front of a statement of a row. */
  lead(statements: readonly Block[], index: number, parent: string, place: string): string {
    const block = statements[index];
    const lead = leadOf({ statements, parent, place, indent: this.#indent }, index, {
      text: this.#view.text,
      source: (one) => this.source(one),
    });
    if (!lead || !block) return '';
    if ('blank' in lead) return this.#view.manners.newline.repeat(lead.blank) + this.newline;
    this.#staying.add(block);
    return this.#keep(lead.kept);
  }

  #pass(kept: SourceList | undefined, statements: readonly Block[]): string {
    const last = statements.at(-1);
    const from = (last && this.source(last)?.to) ?? kept?.from ?? 0;
    return kept ? this.#keep({ from, to: kept.to }) : `${this.newline}pass`;
  }
}

function isNone(record: Readonly<Record<string, unknown>>): boolean {
  for (const _ in record) return false;
  return true;
}

function hasHole(holes: readonly Hole[], kind: Hole['kind'], name: string): boolean {
  return holes.some((hole) => hole.kind === kind && hole.name === name);
}

function commentText({ comment }: Block): string {
  return comment === undefined ? '' : `  # ${oneLine(comment)}`.trimEnd();
}

function shapeOf({ shape }: BlockSpec, { extra }: Block): Block['extra'] {
  return shape && extra === undefined ? shape.read(undefined) : extra;
}
