/** Virtual time is counted in nanoseconds held in a double: exact for 104 days, and good to 2 ns for 208. */

export type Nanoseconds = number;

export const NANOSECOND = 1;
export const MICROSECOND = 1_000;
export const MILLISECOND = 1_000_000;
export const SECOND = 1_000_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const UNITS: Readonly<Record<string, Nanoseconds>> = {
  ns: NANOSECOND,
  us: MICROSECOND,
  µs: MICROSECOND,
  ms: MILLISECOND,
  s: SECOND,
  min: MINUTE,
  m: MINUTE,
  h: HOUR,
  d: DAY,
};

/** Reads `10s`, `1.5 h`, `2 min 30 s`. A bare number means seconds. Returns undefined where the text is no duration. */
export function parseDuration(text: string): Nanoseconds | undefined {
  const trimmed = text.trim();
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Math.round(Number(trimmed) * SECOND);
  const piece = /\s*(\d+(?:\.\d+)?)\s*(ns|us|µs|ms|min|s|m|h|d)/y;
  let total = 0;
  let end = 0;
  for (let match = piece.exec(trimmed); match; match = piece.exec(trimmed)) {
    total += Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0);
    end = piece.lastIndex;
  }
  return end > 0 && end === trimmed.length ? Math.round(total) : undefined;
}

const SCALE: readonly (readonly [Nanoseconds, string])[] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
  [SECOND, 's'],
  [MILLISECOND, 'ms'],
  [MICROSECOND, 'µs'],
];

/** Renders a duration in its largest fitting unit, with at most three decimals: `1.5 h`, `20 ms`. */
export function formatDuration(duration: Nanoseconds): string {
  const size = Math.abs(duration);
  const fitting = SCALE.findIndex(([unit]) => size >= unit);
  const index = fitting < 0 ? SCALE.length : fitting;
  // 999.9999 ms rounds to 1000 ms, which is called 1 s.
  const larger = SCALE[index - 1];
  const [unit, name] = SCALE[index] ?? [NANOSECOND, 'ns'];
  const rounded = Number((size / unit).toFixed(3));
  const text = larger && rounded * unit >= larger[0] ? `1 ${larger[1]}` : `${rounded} ${name}`;
  return duration < 0 ? `-${text}` : text;
}
