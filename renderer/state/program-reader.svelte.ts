/**
 * The program as blocks: reads the text again after every change, and writes what was changed in the blocks into the text.
 * While the text cannot be read, the last good view stays and `problem` says why. Knows neither Blockly nor the page.
 */

import type { Disposable } from '#common/lifecycle/disposable.ts';
import type { applyBlocks } from '../blocks/program/apply-blocks.ts';
import type { Block, ProgramView, ReadProblem, ReadResult, TextChange } from '../blocks/program/block.ts';
import type { readProgram } from '../blocks/program/read-program.ts';
import { t } from '../i18n/t.ts';
import type { ProgramDocument } from './program-document.svelte.ts';
import { countBlocks } from './count-blocks.ts';

/** Text -> blocks -> text. */
export interface ProgramLanguage {
  readonly read: typeof readProgram;
  readonly apply: typeof applyBlocks;
}

/** What was changed in the blocks. */
export interface BlocksEdit {
  /** The program, from top to bottom. */
  readonly blocks: readonly Block[];
  /** JSON text of the blocks beside it. */
  readonly drafts: string;
  /** Edits of one gesture are one step of the history. */
  readonly gesture?: string;
}

export type EditResult = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** Runs a task soon, not now; the answer cancels it. */
export type Defer = (task: () => void) => () => void;

/** Up to here a change is read in the same moment: about 8 ms of the 16 ms that a keystroke may take. */
const LINES_AT_ONCE = 300;
/** Above this, drawing the blocks takes seconds: they say that they are off. */
export const MOST_BLOCKS = 2500;

export class ProgramReader implements Disposable {
  readonly #document: ProgramDocument;
  readonly #defer: Defer;
  readonly #listening: Disposable;
  #language: ProgramLanguage | undefined;
  #cancel: (() => void) | undefined;
  #writing = false;

  /** The last text that could be read. */
  view = $state.raw<ProgramView | undefined>(undefined);
  /** Why `view` is not the present text. */
  problem = $state.raw<ReadProblem | undefined>(undefined);
  /** Whether `view` is the present text. */
  readonly isCurrent = $derived.by(
    () => this.problem === undefined && this.view?.text === this.#document.text,
  );

  constructor(document: ProgramDocument, defer: Defer) {
    this.#document = document;
    this.#defer = defer;
    this.#listening = document.didChange(({ docChanged }) => {
      if (docChanged && !this.#writing) this.#schedule();
    });
  }

  /** Reads for the first time. Calling it again does nothing. */
  start(language: ProgramLanguage): void {
    if (this.#language) return;
    this.#language = language;
    this.#readNow();
  }

  /** Writes an edit into the text. Where that fails, text and view stay as they are. */
  write(edit: BlocksEdit): EditResult {
    const { view } = this;
    const language = this.#language;
    if (!view || !language || !this.isCurrent) return { ok: false, message: t('blocks.notNow') };
    const next = this.#attempt(language, view, edit.blocks);
    if (!next) return { ok: false, message: t('blocks.notWritten') };
    this.#writing = true;
    try {
      this.#document.edit({ ...edit, changes: next.changes });
    } finally {
      this.#writing = false;
    }
    this.#take(next.reading);
    return { ok: true };
  }

  dispose(): void {
    this.#cancel?.();
    this.#listening.dispose();
  }

  /** Nothing is changed before it is certain that the new text can be read and says what the blocks say. */
  #attempt(language: ProgramLanguage, view: ProgramView, blocks: readonly Block[]) {
    try {
      const result = language.apply(view, blocks);
      if (!result.ok || applied(view.text, result.changes) !== result.text) return undefined;
      return { changes: result.changes, reading: { ok: true as const, view: result.view } };
    } catch {
      return undefined;
    }
  }

  #schedule(): void {
    if (!this.#language) return;
    if (this.#document.lineCount <= LINES_AT_ONCE) {
      this.#cancel?.();
      this.#cancel = undefined;
      this.#readNow();
      return;
    }
    this.#cancel ??= this.#defer(() => {
      this.#cancel = undefined;
      this.#readNow();
    });
  }

  #readNow(): void {
    try {
      const reading = this.#language?.read(this.#document.text, { view: this.view });
      if (reading) this.#take(reading);
    } catch {
      const reason = { kind: 'not-faithful', line: 1, message: t('blocks.unreadable') } as const;
      this.#take({ ok: false, reason });
    }
  }

  #take(reading: ReadResult): void {
    if (!reading.ok) {
      this.problem = reading.reason;
      return;
    }
    const { view } = reading;
    const count = countBlocks(view.blocks);
    if (count > MOST_BLOCKS) {
      const message = t('blocks.tooMany', { count, most: MOST_BLOCKS });
      this.problem = { kind: 'too-long', line: 1, message };
      return;
    }
    this.problem = undefined;
    this.view = view;
  }
}

function applied(text: string, changes: readonly TextChange[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { from, to, insert } of changes) {
    parts.push(text.slice(at, from), insert);
    at = to;
  }
  return parts.join('') + text.slice(at);
}
