/** Finds the statements of an old row in a new one: equal ones first, then those of the same type between them. */

interface Item {
  readonly type: string;
  readonly text: string;
}

/** Above this many pairs to compare, only equal ends are found. */
const MOST_PAIRS = 40_000;

/** For each new item the index of its old partner, or undefined. Partners keep their order. */
export function align(now: readonly Item[], old: readonly Item[]): (number | undefined)[] {
  const partners: (number | undefined)[] = new Array<undefined>(now.length).fill(undefined);
  const least = Math.min(now.length, old.length);
  let start = 0;
  while (start < least && now[start]?.text === old[start]?.text) partners[start] = start++;
  let end = 0;
  while (end < least - start && now.at(-1 - end)?.text === old.at(-1 - end)?.text) {
    end += 1;
    partners[now.length - end] = old.length - end;
  }
  const middle = { now: now.length - start - end, old: old.length - start - end };
  if (middle.now === 0 || middle.old === 0) return partners;
  if (middle.now * middle.old > MOST_PAIRS) return partners;
  const pairs = bestPairs(now.slice(start, now.length - end), old.slice(start, old.length - end));
  for (const [a, b] of pairs) partners[start + a] = start + b;
  return partners;
}

/** The common subsequence with the highest value; an equal text counts for more than an equal type. */
function bestPairs(now: readonly Item[], old: readonly Item[]): [number, number][] {
  const width = old.length + 1;
  const best = new Float64Array((now.length + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = now.length - 1; row >= 0; row--) {
    for (let column = old.length - 1; column >= 0; column--) {
      const pair = worth(now[row], old[column]);
      best[row * width + column] = Math.max(
        pair > 0 ? pair + at(row + 1, column + 1) : 0,
        at(row + 1, column),
        at(row, column + 1),
      );
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < now.length && column < old.length;) {
    const pair = worth(now[row], old[column]);
    if (pair > 0 && at(row, column) === pair + at(row + 1, column + 1)) pairs.push([row++, column++]);
    else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}

function worth(a: Item | undefined, b: Item | undefined): number {
  if (a?.type !== b?.type) return 0;
  return a?.text === b?.text ? 3 : 1;
}
