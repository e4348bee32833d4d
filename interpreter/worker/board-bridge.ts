/** What the shims of a board with a prompt (interpreter/shims/_board.py) ask beyond the bridge of a program. It holds no state. */

import type { BoardConsole } from './board-console.ts';
import type { BoardFiles } from './board-files.ts';
import type { BridgeLink } from './bridge.ts';
import type { BridgeFunction, Interpreter } from './micropython.ts';

/** The board's side of it. */
export interface BoardPrompt {
  readonly console: BoardConsole;
  readonly files: BoardFiles;
  setInterruptByte(byte: number): void;
  /** `machine.reset()`; does not return. */
  hardReset(): never;
}

/** How long asking whether input is there takes, so that a program which only asks does not stand still. */
const POLL_NS = 100_000;

export function createBoardBridge(
  link: BridgeLink,
  interpreter: Interpreter,
): Readonly<Record<string, BridgeFunction>> {
  const prompt = (): BoardPrompt => {
    const { prompt: there } = link.run;
    if (!there) throw new Error('This board has no prompt.');
    return there;
  };
  return {
    kbd_intr: (byte: number) => (prompt().setInterruptByte(byte), null),
    board_reset: () => prompt().hardReset(),
    checkpoint: () => (link.run.time.checkpoint(), null),
    opening_data: (isData: boolean) => (prompt().files.setOpeningData(isData), null),
    /** Answers what it was before. */
    importing: (which: 0 | 1 | 2) => prompt().files.setImporting(which),
    opens_program: () => prompt().files.opensProgram(),
    followed: (text: string, name: string) => prompt().files.followed(text, name),
    stdout_raw: (isRaw: boolean) => (prompt().console.setRaw(isRaw), null),
    /** Fills the interpreter's memory with so many bytes of input; waits for them. */
    stdin_into: (address: number, length: number, isRaw: boolean) => {
      const { console } = prompt();
      const bytes = Array.from({ length }, () => (isRaw ? console.readRaw() : console.readByte()));
      interpreter.bytesAt(address, length).set(bytes);
      return null;
    },
    stdin_ready: () => {
      const { console } = prompt();
      if (!console.hasByte()) link.run.time.sleepUntil(link.run.time.now + POLL_NS);
      return console.hasByte();
    },
  };
}
