/** Which color and which kind of line a curve has. Pure; the colors are in plot-colors.css. */

const COLORS = 6;

/** Name of the token. */
export function colorName(color: number): string {
  return `--plot-${(color % COLORS) + 1}`;
}

/** When the colors come a second time. */
export function isDashed(color: number): boolean {
  return color >= COLORS;
}
