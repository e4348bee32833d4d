/** The wiring of a project as versioned plain data: board, parts, connections, world. */

export const DIAGRAM_VERSION = 1;

/** The id by which connections name the board itself, as in `board:GPIO12`. */
export const BOARD_ID = 'board';
/** The id by which stimuli name the world. */
export const WORLD_ID = 'world';

export interface DiagramPart {
  /** Unique; letters, digits, `-` and `_`. */
  readonly id: string;
  /** A part type from the catalog, such as `led`. */
  readonly type: string;
  /** What a person calls it, such as `water pump`. Default: the type's name. */
  readonly label?: string;
  /** Position on the bench, CSS pixels. */
  readonly x?: number;
  readonly y?: number;
  /** Degrees clockwise. */
  readonly rotate?: number;
  readonly attrs?: Readonly<Record<string, string | number | boolean>>;
}

export interface DiagramConnection {
  /** `partId:PIN`, or `board:PIN`. */
  readonly from: string;
  readonly to: string;
  /** CSS color of the wire. Default: by role (red power, black ground, else green). */
  readonly color?: string;
}

export interface DiagramWorld {
  /** A world type from the catalog, such as `greenhouse`. */
  readonly type: string;
  /** First values of the world's controls. */
  readonly settings?: Readonly<Record<string, number | boolean>>;
}

export interface Diagram {
  readonly version: typeof DIAGRAM_VERSION;
  /** A board id from the catalog, such as `esp32_devkit`. */
  readonly board: string;
  readonly parts: readonly DiagramPart[];
  readonly connections: readonly DiagramConnection[];
  readonly world?: DiagramWorld;
}
