/** Cuts lesson.md into front matter, introduction, steps and fenced blocks, each with its line. Knows no YAML. */

import { type Token, lexer } from 'marked';
import type { Problem } from '#common/errors/problem.ts';

/** Fences that the engine reads; every other fence (```python) is text for the learner. */
export const BLOCK_KINDS = ['check', 'scenario', 'mistake', 'quiz', 'predict', 'hint', 'on-board'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export interface TextBlock {
  readonly kind: BlockKind;
  readonly text: string;
  /** Line of the first line inside the fence, 1-based. */
  readonly line: number;
}

export type TextPiece = { readonly kind: 'markdown'; readonly text: string } | TextBlock;

export interface TextStep {
  readonly id: string | undefined;
  readonly title: string;
  readonly line: number;
  readonly pieces: readonly TextPiece[];
}

export interface LessonText {
  /** YAML between the `---` lines. */
  readonly frontMatter: string | undefined;
  /** Line on which the front matter's YAML begins. */
  readonly frontMatterLine: number;
  readonly intro: readonly TextPiece[];
  readonly steps: readonly TextStep[];
}

export function cutLessonText(source: string): LessonText {
  const text = source.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  const match = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  const body = match ? text.slice(match[0].length) : text;
  let line = match ? match[0].split('\n').length : 1;
  const intro: TextPiece[] = [];
  const steps: TextStep[] = [];
  let pieces = intro;
  for (const token of lexer(body)) {
    if (token.type === 'heading' && token['depth'] === 2) {
      pieces = [];
      steps.push({ ...readHeading(String(token['text'])), line, pieces });
    } else {
      addPiece(pieces, token, line);
    }
    line += token.raw.split('\n').length - 1;
  }
  return { frontMatter: match?.[1], frontMatterLine: 2, intro: trimmed(intro), steps: steps.map(trimStep) };
}

/** A heading `## Title {#id}`. */
function readHeading(text: string): { title: string; id: string | undefined } {
  const match = /^(.*?)\s*\{#([^}\s]+)\}\s*$/.exec(text);
  return match ? { title: match[1] ?? '', id: match[2] } : { title: text.trim(), id: undefined };
}

function addPiece(pieces: TextPiece[], token: Token, line: number): void {
  const language = token.type === 'code' ? String((token as { lang?: string }).lang ?? '').trim() : '';
  const kind = BLOCK_KINDS.find((known) => known === language);
  if (kind) {
    const blankLines = /^\n*/.exec(token.raw)?.[0].length ?? 0;
    pieces.push({ kind, text: String((token as { text?: string }).text), line: line + blankLines + 1 });
    return;
  }
  const last = pieces.at(-1);
  if (last?.kind === 'markdown')
    pieces[pieces.length - 1] = { kind: 'markdown', text: last.text + token.raw };
  else pieces.push({ kind: 'markdown', text: token.raw });
}

function trimStep(step: TextStep): TextStep {
  return { ...step, pieces: trimmed(step.pieces) };
}

function trimmed(pieces: readonly TextPiece[]): readonly TextPiece[] {
  return pieces
    .map((piece) => (piece.kind === 'markdown' ? { ...piece, text: piece.text.trim() } : piece))
    .filter((piece) => piece.kind !== 'markdown' || piece.text !== '');
}

/**
 * A fence that no closing line ends swallows what follows: the most baffling mistake an author can make. It shows by a
 * block of the engine beginning inside another, or by the end of the file.
 */
export function findOpenFence(source: string, file: string): Problem | undefined {
  let open: { readonly mark: string; readonly line: number } | undefined;
  for (const [index, text] of source.split(/\r\n?|\n/).entries()) {
    const [, fence = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(text) ?? [];
    if (fence === '') continue;
    const begins = BLOCK_KINDS.some((kind) => kind === rest.trim());
    if (!open) open = { mark: fence, line: index + 1 };
    else if (begins && fence === open.mark) break;
    else if (fence.startsWith(open.mark) && rest.trim() === '') open = undefined;
  }
  if (!open) return undefined;
  return {
    severity: 'error',
    code: 'open-fence',
    message: 'This block is never closed.',
    fix: `Add a line with \`${open.mark}\` after its last line.`,
    where: { file, line: open.line },
  };
}
