/** Blocks -> text: the program as a whole, with its imports and its end. */

import type { Block, ProgramView, WriteResult } from './block.ts';
import { BlockWriter } from './block-writer.ts';
import { specOf } from './catalog.ts';
import { Imports, importLines } from './imports.ts';
import { isComment } from './lead.ts';
import { keep, unmark } from './marked-text.ts';
import { canonical } from './names.ts';
import type { SourcedView } from './source.ts';
import { takenNames } from './taken-names.ts';

export interface WriteOptions {
  /** Write every block anew, as if no text had been there; for proofs. */
  readonly fresh?: boolean;
  /** Write edited blocks whole, without the pieces of their old text. */
  readonly whole?: boolean;
  /** Only the text is wanted: `changes` and `spans` stay empty. */
  readonly plain?: boolean;
}

interface Row {
  readonly block: Block;
  readonly lead: string;
  readonly code: string;
}

/** The program that these blocks are. `view` is the last reading: blocks with its ids keep their text. */
export function writeProgram(
  view: ProgramView,
  blocks: readonly Block[],
  options: WriteOptions = {},
): WriteResult {
  const read = view as SourcedView;
  const imports = new Imports(read.names, takenNames(blocks, read.names));
  const writer = new BlockWriter(read, imports, options);
  const rows = blocks.map((block, index) => ({
    block,
    lead: writer.lead(blocks, index, '', ''),
    code: writer.statement(block),
  }));
  const program = join(withImports(rows, imports, writer, read));
  const { text, places, changes } = unmark(
    program + tail(program, blocks, read, options.fresh === true),
    read.text,
  );
  const spans = [...places].flatMap(([key, span]) => {
    const block = writer.written[key];
    return block ? [[block.id, { ...span, type: block.type }] as const] : [];
  });
  return { text, changes, spans: new Map(spans) };
}

/** One statement of the program with what it kept, as text. */
export function writeStatement(view: ProgramView, block: Block): string {
  const read = view as SourcedView;
  const writer = new BlockWriter(read, new Imports(read.names, read.names.own), { plain: true });
  return writer.statement(block);
}

function join(rows: readonly Row[]): string {
  return rows.map(({ lead, code }) => lead + code).join('');
}

/** What stood behind the last statement; a program ends with a line break. */
function tail(program: string, blocks: readonly Block[], view: SourcedView, fresh: boolean): string {
  const { newline } = view.manners;
  if (program === '') return fresh || view.blocks.length > 0 ? '' : keep({ from: 0, to: view.text.length });
  const last = blocks.at(-1);
  const source = last && !fresh && last.id === view.blocks.at(-1)?.id ? view.sources.get(last.id) : undefined;
  return source ? keep({ from: source.to, to: view.text.length }) : newline;
}

/** New names join the import that is there; the rest becomes lines behind the imports at the top. */
function withImports(rows: readonly Row[], imports: Imports, writer: BlockWriter, view: SourcedView): Row[] {
  const wanted = new Map(imports.names);
  if (wanted.size === 0 && imports.modules.length === 0) return [...rows];
  const joined = rows.map((row): Row => {
    const { block } = row;
    const module = block.type === 'from_import' ? canonical(block.fields['MODULE'] ?? '') : '';
    const names = wanted.get(module);
    if (!names || block.fields['NAMES'] === '*') return row;
    wanted.delete(module);
    const all = `${block.fields['NAMES'] ?? ''}, ${names.join(', ')}`;
    return { ...row, code: writer.statement({ ...block, fields: { ...block.fields, NAMES: all } }) };
  });
  const lines = importLines({ modules: imports.modules, names: wanted });
  return lines.length === 0 ? joined : insertLines(joined, lines, view);
}

function insertLines(rows: readonly Row[], lines: readonly string[], view: SourcedView): Row[] {
  const { newline } = view.manners;
  const text = lines.join(newline);
  const at = placeOfImports(rows, view);
  const [before, after] = [rows[at - 1], rows[at]];
  if (before && isImport(before)) {
    return [...rows.slice(0, at - 1), { ...before, code: before.code + newline + text }, ...rows.slice(at)];
  }
  const isDefinition = after && specOf(after.block.type)?.layout === 'definition';
  const gap = newline.repeat(isDefinition ? 3 : 2);
  const lead = before ? newline.repeat(2) : '';
  const first = after && { ...after, lead: lead + text + gap };
  return [...rows.slice(0, at), ...(first ? [first] : []), ...rows.slice(at + 1)];
}

/** Behind the imports at the top; without any, behind the lines that describe the program. */
function placeOfImports(rows: readonly Row[], { text }: SourcedView): number {
  let place = 0;
  for (const [index, { block }] of rows.entries()) {
    const layout = specOf(block.type)?.layout;
    const isHead = place === index || rows.slice(place, index).every((row) => isComment(row.block));
    if (layout === 'import') place = index + 1;
    else if (block.type === 'docstring' && isHead && !rows.slice(0, index).some(isImport)) place = index + 1;
    else if (layout !== 'comment') break;
    else if (place === index && BLANK_LINE.test(unmark(rows[index + 1]?.lead ?? '', text).text))
      place = index + 1;
  }
  return place;
}

/** What stands behind it is not what the comment is about. */
const BLANK_LINE = /(\r\n|\r|\n)[ \t]*[\r\n]/;

function isImport({ block }: Row): boolean {
  return specOf(block.type)?.layout === 'import';
}
