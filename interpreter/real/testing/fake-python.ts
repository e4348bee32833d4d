/**
 * What a scripted board does with the code that the link sends: our own questions are answered in their marks, a program is played by
 * the script for its text. It runs no Python.
 */

import type { BoardScript, ScriptedRun } from '../../repl/scripted-board.ts';
import { FRAME_END } from '../frames.ts';

export interface FakePythonOptions {
  /** Text of a program to what it does. Any other text ends at once. */
  readonly programs?: Readonly<Record<string, (run: ScriptedRun) => void>>;
  /** Answers our own code: what it prints. An error that is thrown is the exception that it raises. */
  readonly answer?: (code: string) => string;
  /** What the board says of itself. */
  readonly info?: () => string;
}

export const INFO_ANSWER =
  'machine Scripted board with RP2040\nplatform rp2\nversion 1.29.0\nmpy 6.3\nid e66118604b3a5a21\n' +
  'memory 180000 200000\nflash 800000 1400000\nhas deflate\nhas binascii\nhas hashlib\n';

export function fakePython({
  programs = {},
  answer = () => '',
  info = () => INFO_ANSWER,
}: FakePythonOptions = {}): BoardScript {
  let word = '';
  return (run) => {
    word = /sys\.stdout\.write\('\\x02(\w+)'/.exec(run.code)?.[1] ?? word;
    if (!run.code.endsWith(FRAME_END)) {
      const program = programs[run.code];
      if (!program) return '';
      program(run);
      return undefined;
    }
    try {
      const printed = run.code.includes('_pinlab_info') ? info() : answer(run.code);
      run.print(`\x02${word}${printed}\x03${word}\x06${word}`);
      run.finish();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      run.raise(`Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n${text}\n`);
    }
    return undefined;
  };
}
