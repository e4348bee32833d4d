/** Finds the diagram of a run: the file that was named, the one beside the program, or a bare board. */

import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Problem, formatProblem } from '#common/errors/problem.ts';
import { unknownBoard } from '#interpreter/boards/index.ts';
import { emptyDiagram } from '#interpreter/diagram/default-diagram.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { findBoardIn } from '#interpreter/diagram/lookup.ts';
import { checkDiagram, parseDiagram } from '#interpreter/diagram/parse.ts';
import { CATALOG } from '#interpreter/hardware/catalog.ts';
import { InputError } from '../input-error.ts';
import type { Terminal } from '../terminal.ts';
import { readText } from './program.ts';

export interface WiringRequest {
  /** `--diagram`, relative to the terminal's folder. */
  readonly diagramFile?: string | undefined;
  /** `--board`; replaces the diagram's own. */
  readonly board?: string | undefined;
  readonly programFolder: string;
}

const DIAGRAM_FILE = 'diagram.json';
const DEFAULT_BOARD = 'pico';

/** Says warnings on standard error; throws an InputError with every mistake. */
export function readWiring(request: WiringRequest, terminal: Terminal): Diagram {
  const diagram = chooseBoard(readDiagram(request, terminal), request.board);
  if (request.board !== undefined) refuse(checkDiagram(diagram, CATALOG), terminal);
  return diagram;
}

function readDiagram({ diagramFile, programFolder }: WiringRequest, terminal: Terminal): Diagram {
  const beside = join(programFolder, DIAGRAM_FILE);
  const place = diagramFile === undefined ? beside : resolve(terminal.folder, diagramFile);
  if (diagramFile === undefined && !existsSync(beside)) return emptyDiagram(DEFAULT_BOARD);
  const file = diagramFile ?? relative(terminal.folder, place);
  const { diagram, problems } = parseDiagram(readText(place, file), { file, catalog: CATALOG });
  refuse(problems, terminal);
  // Without an error there is a diagram.
  return diagram ?? emptyDiagram(DEFAULT_BOARD);
}

function chooseBoard(diagram: Diagram, board: string | undefined): Diagram {
  if (board === undefined) return diagram;
  const known = findBoardIn(CATALOG.boards, board);
  if (!known) throw new InputError([{ ...unknownBoard(board), where: { file: '--board' } }]);
  return { ...diagram, board: known.id };
}

function refuse(problems: readonly Problem[], terminal: Terminal): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new InputError(errors);
  for (const warning of problems) terminal.err(`${formatProblem(warning)}\n`);
}
