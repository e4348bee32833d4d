/** What a measurement answers, and how measurements are repeated. */

export interface Figure {
  readonly name: string;
  readonly measured: number;
  /** The most (or least, with `atLeast`) that is wanted. */
  readonly limit: number;
  readonly unit: string;
  readonly atLeast?: boolean;
  /** How it was measured, in few words. */
  readonly note?: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
