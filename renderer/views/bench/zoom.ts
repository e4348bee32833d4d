/** How large the bench is drawn and where its corner lies in the view. */

import type { Point, Rect } from './geometry.ts';

/** Steps of the zoom buttons; 1 fits the bench into the view. */
export const ZOOM_STEP = 1.25;
export const MAX_ZOOM = 3;
/** Larger than this, small drawings look like toys. */
const MAX_FIT_SCALE = 1.4;

export interface Viewport {
  /** Screen pixels a bench pixel. */
  readonly scale: number;
  /** Where the bench's top left corner lies, screen pixels. */
  readonly offset: Point;
  /** Size of what can be scrolled. */
  readonly width: number;
  readonly height: number;
}

/** `view` is 0 by 0 before the page is laid out: then the scale is 1. */
export function fitBench(
  bounds: Rect,
  view: { readonly width: number; readonly height: number },
  zoom: number,
): Viewport {
  const laidOut = view.width > 0 && view.height > 0;
  const fit = laidOut ? Math.min(view.width / bounds.width, view.height / bounds.height, MAX_FIT_SCALE) : 1;
  const scale = fit * zoom;
  const width = Math.max(view.width, bounds.width * scale);
  const height = Math.max(view.height, bounds.height * scale);
  return {
    scale,
    width,
    height,
    offset: { x: (width - bounds.width * scale) / 2, y: (height - bounds.height * scale) / 2 },
  };
}
