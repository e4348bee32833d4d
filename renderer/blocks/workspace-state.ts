/**
 * The saved form of drafts, before Blockly sees it and after: unknown blocks are swapped for stand-ins that carry them. Pure
 * data in, pure data out.
 */

import type { serialization } from 'blockly/core';
import { isBody } from './block-spec.ts';
import { families } from './definitions/index.ts';
import { PROGRAM_TYPE } from './definitions/program.ts';

type BlockState = serialization.blocks.State;

interface WorkspaceState {
  readonly blocks: { readonly languageVersion: number; readonly blocks: readonly BlockState[] };
  readonly [other: string]: unknown;
}

const specs = new Map(families.flatMap(({ blocks }) => blocks.map((spec) => [spec.type, spec] as const)));
const STAND_INS = ['unknown_statement', 'unknown_value'];
/** Where an unknown block stands that was part of a program, in workspace units. */
const ORIGIN = { x: 24, y: 24 };

export interface Drafts {
  /** Stacks that are not part of the program, ready for Blockly. */
  readonly stacks: readonly BlockState[];
  /** Types that this version does not know, each once. */
  readonly unknown: readonly string[];
}

/**
 * Reads saved drafts: a list of stacks, or the whole workspace of a project from before the text was the truth. Of that, the
 * program is left out, since it is read from the text; unknown blocks in it are kept as drafts, since no text holds them.
 */
export function readDrafts(json: string): Drafts {
  const data: unknown = JSON.parse(json);
  const saved = isWorkspace(data) ? draftsOf(data.blocks.blocks) : data;
  const unknown = new Set<string>();
  const stacks = Array.isArray(saved)
    ? saved.filter(isBlock).map((block) => hideUnknown(block, 'statement', unknown))
    : [];
  return { stacks, unknown: [...unknown] };
}

/** The JSON text of drafts, with unknown blocks as they came. */
export function writeDrafts(stacks: readonly BlockState[]): string {
  return JSON.stringify(stacks.map((stack) => settle(showUnknown(stack))));
}

/** Whether a draft is drawn as disabled is no property of it. */
function settle(block: BlockState): BlockState {
  const { enabled: _enabled, disabledReasons: _reasons, ...rest } = block;
  const next = block.next?.block && { next: { block: settle(block.next.block) } };
  return { ...rest, ...(block.inputs && { inputs: mapInputs(block.inputs, settle) }), ...next };
}

function draftsOf(blocks: readonly BlockState[]): BlockState[] {
  const hasProgram = blocks.some(({ type }) => type === PROGRAM_TYPE);
  const inProgram = ({ type }: BlockState): boolean => (hasProgram ? type === PROGRAM_TYPE : !isValue(type));
  return [
    ...blocks.filter((block) => !inProgram(block)),
    ...blocks.filter(inProgram).flatMap((block) => unknownIn(block)),
  ];
}

/** The outermost unknown blocks of a stack, each on its own. */
function unknownIn(block: BlockState): BlockState[] {
  const inside = Object.values(block.inputs ?? {}).flatMap(({ block: child, shadow }) => {
    const found = child ?? shadow;
    return found ? unknownIn(found) : [];
  });
  const { next, ...alone } = block;
  const own = specs.has(block.type) ? inside : [{ x: ORIGIN.x, y: ORIGIN.y, ...alone }];
  return [...own, ...(next?.block ? unknownIn(next.block) : [])];
}

function isValue(type: string): boolean {
  return specs.get(type)?.json['output'] !== undefined;
}

function hideUnknown(block: BlockState, place: 'statement' | 'value', unknown: Set<string>): BlockState {
  const next = block.next?.block && { next: { block: hideUnknown(block.next.block, 'statement', unknown) } };
  if (specs.has(block.type)) {
    const inputs =
      block.inputs &&
      mapInputs(block.inputs, (child, name) =>
        hideUnknown(child, isBody(name) ? 'statement' : 'value', unknown),
      );
    return { ...block, ...(inputs && { inputs }), ...next };
  }
  unknown.add(block.type);
  const { next: _next, x, y, id, ...original } = block;
  return {
    type: place === 'statement' ? 'unknown_statement' : 'unknown_value',
    ...(id === undefined ? {} : { id }),
    ...(x === undefined ? {} : { x, y }),
    fields: { TYPE: block.type },
    extraState: { original },
    ...next,
  };
}

function showUnknown(block: BlockState): BlockState {
  const next = block.next?.block && { next: { block: showUnknown(block.next.block) } };
  const original: unknown = STAND_INS.includes(block.type) ? block.extraState?.original : undefined;
  if (isBlock(original)) {
    const { id, x, y } = block;
    return { ...original, ...(id && { id }), ...(x === undefined ? {} : { x, y }), ...next };
  }
  const inputs = block.inputs && mapInputs(block.inputs, showUnknown);
  return { ...block, ...(inputs && { inputs }), ...next };
}

function mapInputs(
  inputs: NonNullable<BlockState['inputs']>,
  map: (child: BlockState, input: string) => BlockState,
): NonNullable<BlockState['inputs']> {
  const entries = Object.entries(inputs).map(([name, connection]) => {
    const block = connection.block && { block: map(connection.block, name) };
    return [name, { ...connection, ...block }] as const;
  });
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlock(value: unknown): value is BlockState {
  return isRecord(value) && typeof value['type'] === 'string';
}

function isWorkspace(value: unknown): value is WorkspaceState {
  const blocks = isRecord(value) ? value['blocks'] : undefined;
  return isRecord(blocks) && Array.isArray(blocks['blocks']) && blocks['blocks'].every(isBlock);
}
