/** For tests: a language whose blocks are lines. `(` cannot be read, `throw` throws, and `lie` is written wrong. */

import type { Block, ProgramView } from '../blocks/program/block.ts';
import type { ProgramLanguage } from './program-reader.svelte.ts';

export function lineBlock(id: string, code: string, type = 'raw_statement'): Block {
  return { id, type, fields: { CODE: code }, slots: {}, bodies: {} };
}

let lastId = 0;

function codeOf(block: Block): string {
  return block.fields['CODE'] ?? '';
}

/** Lines keep their ids by their place. */
function view(text: string, previous: ProgramView | undefined): ProgramView {
  const codes = text.split('\n').filter((line) => line !== '');
  const blocks = codes.map((code, index) => {
    const before = previous?.blocks[index];
    if (before && codeOf(before) === code) return before;
    return lineBlock(before?.id ?? `line${++lastId}`, code);
  });
  const starts = [0];
  for (const code of codes) starts.push((starts.at(-1) ?? 0) + code.length + 1);
  return {
    text,
    blocks,
    span(id) {
      const index = blocks.findIndex((block) => block.id === id);
      const from = starts[index];
      return from === undefined ? undefined : { from, to: from + (codes[index]?.length ?? 0) };
    },
    statementAt: (line) => blocks[line - 1]?.id,
    report: {
      statements: codes.length,
      native: codes.length,
      rawStatements: 0,
      rawExpressions: 0,
      rawLines: [],
    },
  };
}

export const lineLanguage: ProgramLanguage = {
  read(text, options) {
    if (text.includes('throw')) throw new Error('broken reader');
    const line = text.split('\n').findIndex((each) => each.includes('(')) + 1;
    if (line > 0) return { ok: false, reason: { kind: 'syntax', line, message: 'A bracket is open.' } };
    return { ok: true, view: view(text, options?.view) };
  },
  apply(before, blocks) {
    const text = blocks.map((block) => `${codeOf(block)}\n`).join('');
    let from = 0;
    while (from < Math.min(text.length, before.text.length) && text[from] === before.text[from]) from += 1;
    const insert = text.includes('lie') ? '' : text.slice(from);
    const changes = text === before.text ? [] : [{ from, to: before.text.length, insert }];
    if (text === before.text) return { ok: true, text, changes, view: before };
    const result = this.read(text, { view: before });
    return result.ok ? { ok: true, text, changes, view: result.view } : result;
  },
};
