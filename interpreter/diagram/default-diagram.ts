/** The diagram of a new project: a board and nothing on it. */

import { type Diagram, DIAGRAM_VERSION } from './diagram.ts';

export function emptyDiagram(boardId: string): Diagram {
  return { version: DIAGRAM_VERSION, board: boardId, parts: [], connections: [] };
}
