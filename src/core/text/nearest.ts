/** The one of several words that a misspelt one is meant to be; undefined when none is near, or two are as near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const distances = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = distances;
  const isNear = best !== undefined && best.distance <= Math.max(1, Math.floor(word.length / 3));
  return isNear && best.distance !== second?.distance ? best.candidate : undefined;
}

/** Insertions, deletions, replacements and swaps of neighbours to get from one word to the other. */
function editDistance(from: string, to: string): number {
  let last: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isSwap) least = Math.min(least, last[j - 2]! + 1);
      next.push(least);
    }
    last = row;
    row = next;
  }
  return row[to.length]!;
}
