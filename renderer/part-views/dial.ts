/** A knob's way from an angle to a value: it turns from -135 to 135 degrees, 0 pointing up. */

const FIRST = -135;
const LAST = 135;

/** The share of the way, 0 to 1, of a pointer `dx` right of and `dy` below the middle of the knob. */
export function dialShare(dx: number, dy: number): number {
  const degrees = (Math.atan2(dx, -dy) * 180) / Math.PI;
  return (Math.min(LAST, Math.max(FIRST, degrees)) - FIRST) / (LAST - FIRST);
}
