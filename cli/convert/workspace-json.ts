/** A program as the JSON text of a Blockly workspace, however long it is. */

import type { Block } from '#renderer/blocks/program/block.ts';
import { type BlockState, toStackState } from '#renderer/blocks/program/block-state.ts';
import { PROGRAM_TYPE } from '#renderer/blocks/definitions/program.ts';

/** Where the first block stands, in workspace units. */
const ORIGIN = { x: 24, y: 24 };

/** On one line: a program of 500 statements is nested 1000 deep, and indenting it would take megabytes. */
export function workspaceJson(blocks: readonly Block[]): string {
  const first = toStackState(blocks);
  const program: BlockState = {
    type: PROGRAM_TYPE,
    id: PROGRAM_TYPE,
    ...ORIGIN,
    deletable: false,
    ...(first && { next: { block: first } }),
  };
  return `{"blocks":{"languageVersion":0,"blocks":[${stackJson(program)}]}}`;
}

/** A stack is nested as deep as it is long, which JSON.stringify does not survive. */
function stackJson(first: BlockState): string {
  let json = '';
  let ends = '';
  for (let state: BlockState | undefined = first; state; state = state.next?.block) {
    const { inputs = {}, next, ...own } = state;
    const filled = Object.entries(inputs).map(([name, { block, shadow }]) => {
      const [kind, child] = shadow ? ['shadow', shadow] : ['block', block];
      return `${JSON.stringify(name)}:{${child ? `"${kind}":${stackJson(child)}` : ''}}`;
    });
    json += `${JSON.stringify(own).slice(0, -1)},"inputs":{${filled.join(',')}}`;
    if (next) {
      json += ',"next":{"block":';
      ends += '}}';
    }
  }
  return `${json}}${ends}`;
}
