/** Which controls a diagram offers: those of its parts and of its world. */

import type { Catalog, ControlDefinition } from './catalog.ts';
import { type Diagram, WORLD_ID } from './diagram.ts';
import { findPart, findWorld } from './lookup.ts';

/** Part id (or `world`) to its controls; parts without controls have an empty list. */
export function controlsOf(diagram: Diagram, catalog: Catalog): Map<string, readonly ControlDefinition[]> {
  const owners = diagram.parts.map(({ id, type }) => [id, findPart(catalog, type)?.controls ?? []] as const);
  const world = diagram.world && findWorld(catalog, diagram.world.type);
  return new Map([...owners, ...(world ? [[WORLD_ID, world.controls] as const] : [])]);
}
