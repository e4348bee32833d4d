/** Reads a project's diagram.json, with located problems. */

import type { Problem } from '#common/errors/problem.ts';
import type { Catalog } from '#interpreter/diagram/catalog.ts';
import { emptyDiagram } from '#interpreter/diagram/default-diagram.ts';
import type { Diagram } from '#interpreter/diagram/diagram.ts';
import { parseDiagram } from '#interpreter/diagram/parse.ts';

export const DIAGRAM_FILE = 'diagram.json';

export interface DiagramReading {
  /** Undefined where there is an error among the problems. */
  readonly diagram: Diagram | undefined;
  readonly problems: readonly Problem[];
}

/** A project without the file has an empty bench with the catalog's first board. */
export function readDiagram(text: string | undefined, catalog: Catalog): DiagramReading {
  if (text === undefined) return { diagram: emptyDiagram(catalog.boards[0]?.id ?? ''), problems: [] };
  const { diagram, problems } = parseDiagram(text, { file: DIAGRAM_FILE, catalog });
  return { diagram, problems };
}
