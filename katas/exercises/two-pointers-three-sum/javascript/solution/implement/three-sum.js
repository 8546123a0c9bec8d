/**
 * Finds every combination of three numbers of the list that adds up to `target`.
 * Each combination of values comes once; the list is in no particular order and stays as it was.
 */
export function threeSum(numbers, target) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const found = new Map();
  for (let first = 0; first < sorted.length; first += 1) {
    for (let second = first + 1; second < sorted.length; second += 1) {
      for (let third = second + 1; third < sorted.length; third += 1) {
        if (sorted[first] + sorted[second] + sorted[third] !== target) continue;
        const triple = [sorted[first], sorted[second], sorted[third]];
        found.set(triple.join(' '), triple);
      }
    }
  }
  return [...found.values()];
}
