/**
 * The files beside main.py: blocks that are not part of the program (drafts), and breakpoints. Both are small, both may be
 * missing, and a damaged one never touches the program.
 */

import { NO_DRAFTS } from './program-fields.ts';

export const PROGRAM_FILE = 'main.py';
export const BLOCKS_FILE = 'main.blocks.json';
export const BREAKPOINTS_FILE = 'main.breakpoints.json';

const VERSION = 2;
const BREAKPOINTS_VERSION = 1;

/**
 * JSON text of the drafts: a list of stacks. Version 1 kept the whole workspace, which is given back as it is; whoever shows
 * the drafts takes them from there.
 */
export function readDrafts(text: string | undefined): string {
  const { version, workspace, drafts } = parse(text);
  if (version === 1 && typeof workspace === 'object' && workspace !== null) return JSON.stringify(workspace);
  return version === VERSION && typeof drafts === 'object' && drafts !== null
    ? JSON.stringify(drafts)
    : NO_DRAFTS;
}

/** Undefined where there is nothing to store. */
export function writeDrafts(drafts: string): string | undefined {
  if (drafts === NO_DRAFTS) return undefined;
  return `${JSON.stringify({ version: VERSION, drafts: JSON.parse(drafts) as unknown }, null, 2)}\n`;
}

/** 1-based lines of main.py. */
export function readBreakpoints(text: string | undefined): readonly number[] {
  const { version, lines } = parse(text);
  if (version !== BREAKPOINTS_VERSION || !Array.isArray(lines)) return [];
  return lines.filter((line: unknown): line is number => Number.isInteger(line));
}

/** Undefined where there is nothing to store. */
export function writeBreakpoints(lines: readonly number[]): string | undefined {
  return lines.length === 0 ? undefined : `${JSON.stringify({ version: BREAKPOINTS_VERSION, lines })}\n`;
}

function parse(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(text ?? '{}');
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
