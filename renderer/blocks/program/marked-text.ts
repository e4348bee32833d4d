/**
 * Text in the making. Pieces that are kept of the old text, and the places of blocks, travel through it as marks, so that the
 * code that writes blocks can join plain strings; at the end the marks become text, places and changes.
 */

import type { Span } from '../python/nodes.ts';
import type { TextChange } from './block.ts';

// Unicode noncharacters: they cannot occur in text that is exchanged.
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const KEEP = '\uFDD2';
const END = '\uFDD3';

/** What marks are made of: a text that has such characters could not be told from marks. */
export const MARKS = /[\uFDD0-\uFDD3]/;

/** A piece of the old text. */
export function keep({ from, to }: Span): string {
  return from < to ? `${KEEP}${from},${to}${END}` : '';
}

/** The text of a block. `key` is given back with the place. */
export function mark(key: number, text: string): string {
  return `${OPEN}${key}${END}${text}${CLOSE}`;
}

export interface Unmarked {
  readonly text: string;
  /** By key. */
  readonly places: ReadonlyMap<number, Span>;
  readonly changes: readonly TextChange[];
}

export function unmark(marked: string, old: string): Unmarked {
  const places = new Map<number, Span>();
  const kept: { readonly at: number; readonly from: number; readonly to: number }[] = [];
  const open: { readonly key: number; readonly from: number }[] = [];
  let text = '';
  for (let index = 0; index < marked.length;) {
    const next = nextMark(marked, index);
    text += marked.slice(index, next);
    if (next === marked.length) break;
    const kind = marked[next];
    if (kind === CLOSE) {
      const block = open.pop();
      if (block) places.set(block.key, { from: block.from, to: text.length });
      index = next + 1;
      continue;
    }
    const end = marked.indexOf(END, next);
    const values = marked
      .slice(next + 1, end)
      .split(',')
      .map(Number);
    const [from = 0, to = 0] = values;
    if (kind === OPEN) open.push({ key: from, from: text.length });
    else {
      kept.push({ at: text.length, from, to });
      text += old.slice(from, to);
    }
    index = end + 1;
  }
  return { text, places, changes: changesBetween(old, text, inOrder(kept)) };
}

/** Whether a piece of the old text is kept in a marked text. */
export function isKept(marked: string, { from, to }: Span): boolean {
  return [...marked.matchAll(KEPT)].some(([, start, end]) => Number(start) <= from && Number(end) >= to);
}

const KEPT = /\uFDD2(\d+),(\d+)\uFDD3/g;
const ANY = /[\uFDD0-\uFDD2]/g;

function nextMark(text: string, from: number): number {
  ANY.lastIndex = from;
  const found = ANY.exec(text);
  return found ? found.index : text.length;
}

type Kept = Span & { readonly at: number };

/** The kept pieces that stand in the old order: the others were moved, which a change expresses as new text. */
function inOrder(kept: readonly Kept[]): Kept[] {
  const ordered: Kept[] = [];
  for (const piece of longestIncreasing(kept)) {
    const last = ordered.at(-1);
    if (last && piece.from < last.to) continue;
    ordered.push(piece);
  }
  return ordered;
}

/** By patience sorting: the longest run of pieces whose `from` rises. */
function longestIncreasing(pieces: readonly Kept[]): Kept[] {
  const tails: number[] = [];
  const before: number[] = [];
  pieces.forEach(({ from }, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[tails[middle] ?? 0]?.from ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const run: Kept[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const piece = pieces[index];
    if (piece) run.push(piece);
  }
  return run.reverse();
}

function changesBetween(old: string, text: string, kept: readonly Kept[]): TextChange[] {
  const changes: TextChange[] = [];
  let oldAt = 0;
  let newAt = 0;
  const upTo = (from: number, at: number): void => {
    const insert = text.slice(newAt, at);
    const removed = old.slice(oldAt, from);
    if (insert === removed) return;
    changes.push(trimmed(oldAt, removed, insert));
  };
  for (const { from, to, at } of kept) {
    upTo(from, at);
    oldAt = to;
    newAt = at + (to - from);
  }
  upTo(old.length, text.length);
  return changes;
}

/** Without what both have at their ends. */
function trimmed(at: number, removed: string, insert: string): TextChange {
  const least = Math.min(removed.length, insert.length);
  let start = 0;
  while (start < least && removed[start] === insert[start]) start += 1;
  let end = 0;
  while (end < least - start && removed.at(-1 - end) === insert.at(-1 - end)) end += 1;
  return {
    from: at + start,
    to: at + removed.length - end,
    insert: insert.slice(start, insert.length - end),
  };
}
