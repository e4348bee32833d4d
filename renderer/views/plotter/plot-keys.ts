/** What the keys do to the picture of the plotter. */

import type { PlotState } from '../../state/plot-state.svelte.ts';

const STEP = 0.1;
const ZOOM = 1.5;

const GESTURES: Readonly<Record<string, (plot: PlotState) => void>> = {
  ArrowLeft: (plot) => plot.pan(-STEP),
  ArrowRight: (plot) => plot.pan(STEP),
  PageUp: (plot) => plot.pan(-1),
  PageDown: (plot) => plot.pan(1),
  '+': (plot) => plot.zoom(1 / ZOOM),
  '=': (plot) => plot.zoom(1 / ZOOM),
  '-': (plot) => plot.zoom(ZOOM),
  Home: (plot) => plot.fit(),
  End: (plot) => plot.resume(),
  ' ': (plot) => (plot.pinned ? plot.resume() : plot.pause()),
};

export function gestureOfKey(key: string): ((plot: PlotState) => void) | undefined {
  return GESTURES[key];
}
