/** All boards that can be simulated, and how to find one by name. A new board is one data file and one line here. */

import { suggestName } from '#common/errors/did-you-mean.ts';
import type { Problem } from '#common/errors/problem.ts';
import type { BoardDefinition } from '../diagram/catalog.ts';
import { findBoardIn } from '../diagram/lookup.ts';
import { ESP32_DEVKIT } from './esp32-devkit.ts';
import { PICO } from './pico.ts';

export const BOARDS: readonly BoardDefinition[] = [PICO, ESP32_DEVKIT];

/** By id or alias (`pico`, `esp32`, `wokwi-pi-pico`), ignoring case. */
export function findBoard(id: string): BoardDefinition | undefined {
  return findBoardIn(BOARDS, id);
}

/** The problem to show where `findBoard` finds nothing. */
export function unknownBoard(id: string, boards: readonly BoardDefinition[] = BOARDS): Problem {
  const ids = boards.map((board) => board.id);
  return {
    severity: 'error',
    code: 'unknown-board',
    message: `There is no board "${id}".`,
    fix: suggestName(id, ids, 'boards'),
  };
}
