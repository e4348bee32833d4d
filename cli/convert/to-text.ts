/** Blocks -> Python: what a saved workspace says, and what of it is no part of the text. */

import type { Problem } from '#common/errors/problem.ts';
import { parseLocatedJson } from '#common/json/located-json.ts';
import type { Block, ProgramView } from '#renderer/blocks/program/block.ts';
import { indexBlocks } from '#renderer/blocks/program/block-state.ts';
import {
  type LeftOut,
  readSavedProgram,
  type SavedBlock,
  type SavedProgram,
} from '#renderer/blocks/program/saved-program.ts';
import { writeProgram } from '#renderer/blocks/program/write-program.ts';
import { inputError } from '../input-error.ts';
import { readBlocks } from './to-blocks.ts';

const IMPORTS: ReadonlySet<string> = new Set(['import', 'from_import']);

export interface ConvertedText {
  readonly text: string;
  /** What was left out, each with its place in the file. */
  readonly warnings: readonly Problem[];
}

/** Throws an InputError where the file holds no program, or blocks whose text is no Python. */
export function blocksToText(json: string, file: string): ConvertedText {
  const { blocks, drafts, leftOut } = readSaved(json, file);
  const { text } = writeProgram(viewOfImports(blocks), blocks, { fresh: true });
  const reading = readBlocks(text, file);
  if (!reading.ok) {
    const { message, where } = reading.problem;
    const line = text.split('\n')[(where?.line ?? 1) - 1]?.trim() ?? '';
    throw inputError({
      code: 'no-python',
      message: `The text of these blocks is no Python at “${line}”: ${message}`,
      fix: 'Correct what is typed into that block.',
      where: { file },
    });
  }
  const at = (block: SavedBlock): Problem['where'] => ({ file, ...placeOf(json, block) });
  const warn = (code: string, block: SavedBlock, message: string): Problem => ({
    severity: 'warning',
    code,
    message,
    where: at(block),
  });
  return {
    text,
    warnings: [
      ...leftOut.map((left) => warn(left.what, left.block, sentence(left))),
      ...drafts.map((draft) =>
        warn(
          'draft',
          draft,
          `The draft that begins with “${draft.type}” does not hang below the program and is left out.`,
        ),
      ),
    ],
  };
}

/** Writing needs to know what the program imports, wherever it does. Of blocks without a text, only their imports tell. */
function viewOfImports(blocks: readonly Block[]): ProgramView {
  const imports = [...indexBlocks(blocks).values()].filter(({ type }) => IMPORTS.has(type));
  const nothing = readBlocks('', '');
  if (!nothing.ok) throw new Error('An empty program has a view.');
  const reading = readBlocks(writeProgram(nothing.view, imports, { fresh: true }).text, '');
  return reading.ok ? reading.view : nothing.view;
}

function sentence({ what, block: { type }, name = '' }: LeftOut): string {
  switch (what) {
    case 'unknown-block':
      return `There is no block “${type}” in this version; it is left out with all that is in it.`;
    case 'misplaced-block':
      return `The block “${type}” does not fit where it is; it is left out with all that is in it.`;
    case 'unknown-slot':
      return `The block “${type}” has no slot “${name}”; what is in it is left out.`;
    case 'unknown-field':
      return `The block “${type}” cannot have this “${name}”; it has its usual one.`;
  }
}

function readSaved(json: string, file: string): SavedProgram {
  const data = parse(json, file);
  const member = (name: string): unknown => (data as Readonly<Record<string, unknown>> | null)?.[name];
  // Older projects kept the workspace in a file of their own.
  const saved = readSavedProgram(member('workspace') ?? data);
  if (saved) return saved;
  const onlyDrafts = member('drafts') !== undefined;
  throw inputError({
    code: 'no-workspace',
    message: onlyDrafts
      ? 'This file holds only drafts: blocks that are no part of the program.'
      : 'This is no workspace of blocks.',
    fix: onlyDrafts
      ? 'The program is main.py.'
      : 'Give what pinlab convert --to blocks printed, or an older main.blocks.json.',
    where: { file },
  });
}

/** Workspaces are nested deeper than the located reader goes: it only says where a mistake is. */
function parse(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const offset = /position (\d+)/.exec(String(error))?.[1];
    const located = parseLocatedJson(json);
    const place =
      offset === undefined && 'error' in located ? located.error : positionOf(json, Number(offset));
    throw inputError({
      code: 'bad-json',
      message: 'This is no JSON.',
      fix: 'A bracket, a comma or a quotation mark is missing or too much here.',
      where: { file, line: place.line, column: place.column },
    });
  }
}

/** Where a block says what it is: at its id, or else at the first of its type. */
function placeOf(json: string, { type, id }: SavedBlock): ReturnType<typeof positionOf> {
  const found = id === undefined ? undefined : find(json, 'id', id);
  return positionOf(json, found ?? find(json, 'type', type) ?? 0);
}

function find(json: string, name: string, value: string): number | undefined {
  for (const match of json.matchAll(new RegExp(`"${name}"\\s*:\\s*`, 'g'))) {
    if (json.startsWith(JSON.stringify(value), match.index + match[0].length)) return match.index;
  }
  return undefined;
}

function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, Math.max(offset, 0)).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
