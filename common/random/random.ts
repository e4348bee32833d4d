/** Seeded random numbers (sfc32). The same seed and label give the same sequence on every machine. */

export interface Random {
  /** A double in [0, 1). */
  next(): number;
  /** A double in [min, max). */
  between(min: number, max: number): number;
  /** An integer in [min, max], both included. */
  integer(min: number, max: number): number;
  /** An approximately normal value: the sum of twelve uniform ones. */
  normal(mean: number, deviation: number): number;
}

/** Derives an independent generator for `label`, so that adding a consumer never shifts the numbers of another. */
export function createRandom(seed: number, label = ''): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, hash(label)];
  const next32 = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i++) next32();
  const next = (): number => next32() / 4294967296;
  return {
    next,
    between: (min, max) => min + (max - min) * next(),
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    normal(mean, deviation) {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += next();
      return mean + deviation * sum;
    },
  };
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}
