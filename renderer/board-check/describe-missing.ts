/** The whole check in one call: a program and a board in, sentences out. For whoever shows them before a program is sent. */

import { type BoardWords, findBoardApi } from '#interpreter/boards/api/board-api.ts';
import type { ProgramFiles } from '#interpreter/device/device.ts';
import { type CheckForBoardOptions, checkForBoard } from './check-for-board.ts';
import { describeFinding, type FindingWords } from './describe-finding.ts';
import type { BoardFinding } from './finding.ts';

export type MissingName = Omit<BoardFinding, 'instead'> & FindingWords;

/**
 * What `board` (a BoardInfo or a BoardDefinition) lacks of what the program uses, in the language in force; empty also where
 * nothing is known about such a board. `firstOfEach` leaves out what was told before.
 */
export function describeMissing(
  files: ProgramFiles,
  board: BoardWords,
  options?: CheckForBoardOptions,
): readonly MissingName[] {
  const api = findBoardApi(board);
  if (!api) return [];
  return checkForBoard(files, api, options).map((finding) => ({
    ...finding,
    ...describeFinding(finding, api),
  }));
}
