/** "Did you mean …?": finds the known word that a mistyped one most likely stands for. */

/** The closest of `words`, or undefined where none is near enough to be meant. */
export function closestWord(word: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of words) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** One sentence that offers the closest word, or lists what there is. */
export function suggestion(word: string, words: readonly string[]): string {
  const closest = closestWord(word, words);
  if (closest !== undefined) return `Did you mean \`${closest}\`?`;
  return words.length > 0 ? `There is ${words.map((known) => `\`${known}\``).join(', ')}.` : 'There is none.';
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const deletion = (previous[j] ?? 0) + 1;
      const insertion = (current[j - 1] ?? 0) + 1;
      current.push(Math.min(deletion, insertion, (previous[j - 1] ?? 0) + cost));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
