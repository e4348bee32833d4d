/** Finds the name that a person probably meant. Knows nothing about what the names stand for. */

/**
 * The candidate closest to `word`, or undefined where none is close enough: at most one slip (a letter missing,
 * added, wrong, or two swapped) for every three letters, ignoring upper and lower case. The first candidate wins a tie.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    // A one-letter word is one slip away from every other: that is no help.
    if (distance < bestDistance && distance < Math.max(wanted.length, candidate.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * One sentence for a Problem's `fix`: `Did you mean "led"?`, or else the list of what exists.
 * @param what plural noun for the list, such as `part types`.
 */
export function suggestName(word: string, candidates: readonly string[], what: string): string {
  const guess = didYouMean(word, candidates);
  if (guess !== undefined) return `Did you mean "${guess}"?`;
  return candidates.length > 0 ? `The ${what} are ${listNames(candidates)}.` : `There are no ${what}.`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Damerau-Levenshtein distance with adjacent swaps (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      }
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0;
}
