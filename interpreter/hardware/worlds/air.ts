/** Facts about air, sun and day that a world's physics needs, without functions that differ between engines. */

/** Coefficients of Lowe (1977), "An approximating polynomial for the computation of saturation vapor pressure", -50 to 50 degrees C. */
const LOWE = [
  6.107799961, 4.436518521e-1, 1.428945805e-2, 2.650648471e-4, 3.031240396e-6, 2.034080948e-8,
  6.136820929e-11,
] as const;

/** Pressure of saturated water vapor at `celsius`, hPa. */
function saturationPressure(celsius: number): number {
  const t = Math.min(60, Math.max(-45, celsius));
  const [a, b, c, d, e, f, g] = LOWE;
  return a + t * (b + t * (c + t * (d + t * (e + t * (f + t * g)))));
}

/** Water that saturated air holds, g/m3 (ideal gas law for water vapor). */
export function saturationDensity(celsius: number): number {
  return (216.7 * saturationPressure(celsius)) / (celsius + 273.15);
}

/** Vapor pressure of `density` g/m3 of water in the air, hPa: the other way round. */
export function vaporPressure(density: number, celsius: number): number {
  return (density * (celsius + 273.15)) / 216.7;
}

/** Half a sine wave for `share` from 0 to 1 (Bhaskara's approximation, exact at both ends and in the middle); 0 outside. */
export function halfSine(share: number): number {
  if (share <= 0 || share >= 1) return 0;
  const product = share * (1 - share);
  return (16 * product) / (5 - 4 * product);
}

/** A whole sine wave over 24 hours that is 0 and rising at hour 0. */
export function daySine(hour: number): number {
  const share = (((hour % 24) + 24) % 24) / 12;
  return share <= 1 ? halfSine(share) : -halfSine(share - 1);
}
