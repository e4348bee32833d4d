/**
 * main.blocks.json: the last block version of a program and a fingerprint of the text it generated.
 * Text is the truth: where the fingerprint differs from main.py, the text has gone ahead of the blocks.
 */

export const PROGRAM_FILE = 'main.py';
export const BLOCKS_FILE = 'main.blocks.json';

const VERSION = 1;

export interface BlocksFile {
  /** Fingerprint of the Python text that these blocks generated. */
  readonly python: string;
  /** Blockly's own serialization, as JSON text. */
  readonly workspace: string;
  /** The text that was replaced when the learner went back to the blocks. */
  readonly replacedText?: string;
}

export type BlocksStanding =
  /** No blocks yet and an empty program: blocks can begin. */
  | { readonly kind: 'fresh' }
  /** The text is what the blocks generated. */
  | { readonly kind: 'in-step'; readonly workspace: string; readonly replacedText?: string }
  /** The text was edited since. */
  | { readonly kind: 'text-ahead'; readonly workspace: string }
  /** The program was never made of blocks. */
  | { readonly kind: 'text-only' };

/** 32-bit FNV-1a and the length: tells an edited text from an unedited one. Line ends are compared as written. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}

/** Undefined where the file is missing or damaged; the program itself is never touched by that. */
export function readBlocksFile(text: string | undefined): BlocksFile | undefined {
  if (text === undefined) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null) return undefined;
    const { version, python, workspace, replacedText } = data as Record<string, unknown>;
    if (version !== VERSION || typeof python !== 'string' || typeof workspace !== 'object') return undefined;
    return {
      python,
      workspace: JSON.stringify(workspace),
      ...(typeof replacedText === 'string' ? { replacedText } : {}),
    };
  } catch {
    return undefined;
  }
}

/** `workspace` is JSON text; it is stored as data, so that the file stays readable. */
export function writeBlocksFile({ python, workspace, replacedText }: BlocksFile): string {
  return `${JSON.stringify({ version: VERSION, python, workspace: JSON.parse(workspace), replacedText }, null, 2)}\n`;
}

export function blocksStanding(program: string, blocksText: string | undefined): BlocksStanding {
  const blocks = readBlocksFile(blocksText);
  if (!blocks) return { kind: program.trim() === '' ? 'fresh' : 'text-only' };
  const { workspace, replacedText } = blocks;
  if (blocks.python !== fingerprint(program)) return { kind: 'text-ahead', workspace };
  return { kind: 'in-step', workspace, ...(replacedText === undefined ? {} : { replacedText }) };
}
