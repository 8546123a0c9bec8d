/** Edits that separate two words: how many letters must be added, dropped, changed or swapped. At most `limit + 1` is told. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      current.push(swapped ? Math.min(cost, before[j - 2]! + 1) : cost);
    }
    // Distances only grow from row to row, so most pairs of words are told apart by their first letters.
    if (Math.min(...current) > limit && Math.min(...previous) > limit) return limit + 1;
    [before, previous] = [previous, current];
  }
  return previous[b.length]!;
}

/** The one candidate that is at most `limit` edits away; undefined when none or several are. */
export function closest(word: string, candidates: readonly string[], limit: number): string | undefined {
  const near = candidates
    .filter(({ length }) => Math.abs(length - word.length) <= limit)
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase(), limit) }))
    .filter(({ distance }) => distance > 0 && distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return near[0] && near[0].distance !== near[1]?.distance ? near[0].candidate : undefined;
}

/** Whether a word can only be a slip of the other: one edit, behind the same first letter. Two edits make another word. */
export function isSlip(word: string, meant: string): boolean {
  const [written, right] = [word.toLowerCase(), meant.toLowerCase()];
  return written[0] === right[0] && editDistance(written, right, 1) === 1;
}

/** The one of several words that a misspelt one is meant to be; undefined when none is near, or two are as near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const distances = candidates
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase(), Infinity) }))
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = distances;
  const isNear = best !== undefined && best.distance <= Math.max(1, Math.floor(word.length / 3));
  return isNear && best.distance !== second?.distance ? best.candidate : undefined;
}
