/**
 * Turns blocks into Python. Works from the blocks alone: never reads selection, positions of the view or menus, so that a
 * workspace without a window gives the same text.
 */

import { type Block, CodeGenerator, type Workspace } from 'blockly/core';
import type { Layout } from '../block-spec.ts';
import { usedNames } from '../fields/names.ts';
import { ImportTable } from './imports.ts';
import { joinStatements, type Piece } from './layout.ts';
import { indent, type LineRange, mark, readMarks } from './line-map.ts';
import { ORDER } from './order.ts';

/** The block that the program hangs from. */
export const PROGRAM_TYPE = 'program';

export interface PythonProgram {
  /** Ends with a line break unless it is empty. */
  readonly python: string;
  /** Lines of each statement block, by block id. */
  readonly lines: ReadonlyMap<string, LineRange>;
}

export class PythonGenerator extends CodeGenerator {
  override INDENT = '    ';
  readonly #layouts = new Map<string, Layout>();
  #imports = new ImportTable(new Set());
  #ids: string[] = [];
  #depth = 0;

  constructor() {
    super('MicroPython');
  }

  /** Declares where blank lines go around blocks of a type. */
  setLayout(type: string, layout: Layout): void {
    this.#layouts.set(type, layout);
  }

  generate(workspace: Workspace): PythonProgram {
    this.#imports = new ImportTable(usedNames(workspace));
    this.#ids = [];
    this.#depth = 0;
    const pieces = programStarts(workspace).flatMap((block) => this.#pieces(block));
    const body = joinStatements(pieces, 0);
    const imports = this.#imports.lines();
    const first = pieces.find(({ layout }) => layout !== 'comment');
    const gap = first?.layout === 'definition' ? '\n\n\n' : '\n\n';
    const marked = [imports.join('\n'), body].filter(Boolean).join(gap);
    const { text, lines } = readMarks(marked, this.#ids);
    return { python: text === '' ? '' : `${text}\n`, lines };
  }

  /** The name by which the program reaches `name` of `module`; the import is added at the top. */
  use(module: string, name: string): string {
    return this.#imports.use(module, name);
  }

  /** The expression in a slot, in parentheses where it binds less tightly than `order`; `empty` for an empty slot. */
  value(block: Block, input: string, order: number, empty: string): string {
    return this.valueToCode(block, input, order) || empty;
  }

  /** The object in a slot, ready for a dot and a method. */
  receiver(block: Block, input: string, empty: string): string {
    const code = this.value(block, input, ORDER.MEMBER + 1, empty);
    return /^\d+$/.test(code) ? `(${code})` : code;
  }

  /** The expressions in slots `prefix`0 … `prefix`n that are filled. */
  values(block: Block, prefix: string, order: number): string[] {
    return block.inputList
      .filter((input) => input.name.startsWith(prefix) && input.connection?.isConnected())
      .map((input) => this.value(block, input.name, order, 'None'));
  }

  /** The indented statements of a body slot, `pass` if there are none. */
  body(block: Block, input: string): string {
    this.#depth += 1;
    const pieces = this.#pieces(block.getInputTargetBlock(input));
    // A comment alone is no body.
    if (pieces.every(({ layout }) => layout === 'comment')) pieces.push({ code: 'pass', layout: 'plain' });
    const code = joinStatements(pieces, this.#depth);
    this.#depth -= 1;
    return indent(code, this.INDENT);
  }

  #pieces(first: Block | null): Piece[] {
    const pieces: Piece[] = [];
    for (let block = first; block; block = block.getNextBlock()) {
      if (block.isInsertionMarker()) continue;
      const code = this.blockToCode(block, true);
      if (typeof code !== 'string' || code === '') continue;
      const index = this.#ids.push(block.id) - 1;
      pieces.push({ code: mark(code, index), layout: this.#layouts.get(block.type) ?? 'plain' });
    }
    return pieces;
  }
}

/** What hangs below the program block; without one, every stack from top to bottom. */
function programStarts(workspace: Workspace): Block[] {
  const tops = workspace.getTopBlocks(true);
  const hats = tops.filter(({ type }) => type === PROGRAM_TYPE);
  if (hats.length > 0) return hats.flatMap((program) => program.getNextBlock() ?? []);
  return tops.filter((block) => !block.outputConnection);
}
