/** The console's text: grouped into chunks so that a frame with thousands of new lines changes one object. Knows no DOM. */

import type { Nanoseconds } from '#common/time/duration.ts';

export type ConsoleStream = 'stdout' | 'stderr' | 'input' | 'warning' | 'note';

export interface ConsolePiece {
  readonly at: Nanoseconds;
  readonly stream: ConsoleStream;
  readonly text: string;
}

export interface ConsoleLine {
  readonly at: Nanoseconds;
  readonly text: string;
}

/** Neighboring lines of one stream. Replaced, never changed, so that views redraw only what is new. */
export interface ConsoleChunk {
  readonly id: number;
  readonly stream: ConsoleStream;
  readonly lines: readonly ConsoleLine[];
  /** True while the last line waits for its line end. */
  readonly open: boolean;
}

interface Draft {
  readonly id: number;
  readonly stream: ConsoleStream;
  readonly lines: ConsoleLine[];
  open: boolean;
}

const LINES_PER_CHUNK = 200;
const LONGEST_LINE = 10_000;

export class ConsoleBuffer {
  readonly #capacity: number;
  #nextId = 1;
  chunks = $state.raw<readonly ConsoleChunk[]>([]);
  /** Lines that were dropped from the start. */
  dropped = $state(0);
  readonly lineCount = $derived(this.chunks.reduce((sum, chunk) => sum + chunk.lines.length, 0));

  constructor(capacity = 5000) {
    this.#capacity = capacity;
  }

  get isEmpty(): boolean {
    return this.chunks.length === 0;
  }

  append(pieces: readonly ConsolePiece[]): void {
    if (pieces.length === 0) return;
    const drafts: Draft[] = [];
    const last = this.chunks.at(-1);
    if (last) drafts.push({ ...last, lines: [...last.lines] });
    for (const piece of pieces) this.#appendPiece(drafts, piece);
    this.chunks = this.#trim([...this.chunks.slice(0, -1), ...drafts]);
  }

  /** Adds a line of Pinlab's own, such as how the run ended. */
  note(text: string, at: Nanoseconds): void {
    this.append([{ at, stream: 'note', text: `${text}\n` }]);
  }

  clear(): void {
    this.chunks = [];
    this.dropped = 0;
  }

  /** Everything as plain text. */
  text(): string {
    return this.chunks.flatMap((chunk) => chunk.lines.map((line) => line.text)).join('\n');
  }

  /** The last `count` lines, for a screen reader. */
  tail(count: number): string {
    const lines: string[] = [];
    for (let i = this.chunks.length - 1; i >= 0 && lines.length < count; i--) {
      const chunk = this.chunks[i];
      lines.unshift(...(chunk?.lines.slice(lines.length - count) ?? []).map((line) => line.text));
    }
    return lines.slice(-count).join('\n');
  }

  #appendPiece(drafts: Draft[], { at, stream, text }: ConsolePiece): void {
    const parts = text.replaceAll('\r\n', '\n').split('\n');
    const rest = parts.pop() ?? '';
    for (const part of parts) this.#appendText(drafts, stream, at, part).open = false;
    if (rest !== '') this.#appendText(drafts, stream, at, rest).open = true;
  }

  /** Continues the open line of the stream, or begins a line, in a new chunk where the last one is full. */
  #appendText(drafts: Draft[], stream: ConsoleStream, at: Nanoseconds, text: string): Draft {
    let draft = drafts.at(-1);
    const line = draft?.lines.at(-1);
    if (draft?.open && draft.stream === stream && line && line.text.length < LONGEST_LINE) {
      draft.lines[draft.lines.length - 1] = { at: line.at, text: line.text + text };
      return draft;
    }
    if (!draft || draft.stream !== stream || draft.lines.length >= LINES_PER_CHUNK) {
      draft = { id: this.#nextId++, stream, lines: [], open: false };
      drafts.push(draft);
    }
    draft.lines.push({ at, text });
    return draft;
  }

  #trim(chunks: ConsoleChunk[]): ConsoleChunk[] {
    let surplus = chunks.reduce((sum, chunk) => sum + chunk.lines.length, 0) - this.#capacity;
    if (surplus <= 0) return chunks;
    this.dropped += surplus;
    while (surplus > 0) {
      const first = chunks.shift();
      if (!first) break;
      if (first.lines.length > surplus) chunks.unshift({ ...first, lines: first.lines.slice(surplus) });
      surplus -= first.lines.length;
    }
    return chunks;
  }
}
