/** Reads a diagram file: JSON, version, shape, names, wiring. Everything wrong comes back as located, plain sentences. */

import type { Problem } from '#common/errors/problem.ts';
import { parseLocatedJson } from '#common/json/located-json.ts';
import type { Catalog } from './catalog.ts';
import { checkNames } from './check-names.ts';
import { checkWiring } from './check-wiring.ts';
import type { Diagram } from './diagram.ts';
import { findBoardIn } from './lookup.ts';
import { migrateDiagram } from './migrate.ts';
import { createProblemList, type Locate } from './problem-list.ts';
import { isObject, readShape } from './read-shape.ts';

export interface ParseDiagramOptions {
  /** File name for messages, such as `diagram.json`. */
  readonly file: string;
  readonly catalog: Catalog;
}

export interface ParsedDiagram {
  /** Present exactly when no problem is an error. Its `board` is the canonical id, also where the file has an alias. */
  readonly diagram?: Diagram;
  readonly problems: readonly Problem[];
}

export function parseDiagram(text: string, { file, catalog }: ParseDiagramOptions): ParsedDiagram {
  const json = parseLocatedJson(text);
  if ('error' in json) {
    const { message, line, column } = json.error;
    return { problems: [{ severity: 'error', code: 'bad-json', message, where: { file, line, column } }] };
  }
  const locate: Locate = (path) => ({ file, ...json.locate(path), ...(path !== '' && { path }) });
  const problem = (code: string, message: string, fix: string, path = ''): ParsedDiagram => ({
    problems: [{ severity: 'error', code, message, fix, where: locate(path) }],
  });

  if (!isObject(json.value)) {
    return problem(
      'wrong-type',
      'A diagram must be an object in curly brackets.',
      'Begin with { and end with }.',
    );
  }
  if (looksLikeWokwi(json.value)) {
    return problem(
      'wokwi-diagram',
      'This is a diagram of Wokwi, not of Pinlab.',
      'Import it as a Wokwi diagram.',
    );
  }
  const migrated = migrateDiagram(json.value);
  if ('error' in migrated)
    return problem(migrated.error.code, migrated.error.message, migrated.error.fix, 'version');

  const list = createProblemList(locate);
  const diagram = readShape(migrated.data, list);
  checkNames(diagram, catalog, list);
  checkWiring(diagram, catalog, list);
  if (list.problems.some(({ severity }) => severity === 'error')) return { problems: list.problems };
  const board = findBoardIn(catalog.boards, diagram.board)?.id ?? diagram.board;
  return { diagram: { ...diagram, board }, problems: list.problems };
}

/** The problems of a diagram that is already in memory, located by path only. */
export function checkDiagram(diagram: Diagram, catalog: Catalog): readonly Problem[] {
  const list = createProblemList((path) => ({ path }));
  checkNames(diagram, catalog, list);
  checkWiring(diagram, catalog, list);
  return list.problems;
}

/** Wokwi writes the board among the parts, and wires as lists. */
function looksLikeWokwi(value: unknown): boolean {
  if (!isObject(value) || 'board' in value || !Array.isArray(value['parts'])) return false;
  const parts: unknown[] = value['parts'];
  return parts.some((part) => isObject(part) && /^(wokwi|board)-/.test(String(part['type'])));
}
