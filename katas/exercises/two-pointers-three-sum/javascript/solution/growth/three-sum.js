/**
 * Finds every combination of three numbers of the list that adds up to `target`.
 * Each combination of values comes once; the list is in no particular order and stays as it was.
 */
export function threeSum(numbers, target) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const triples = [];
  for (let first = 0; first < sorted.length - 2; first += 1) {
    // The same first number again would only find the same combinations again.
    if (first > 0 && sorted[first] === sorted[first - 1]) continue;
    let second = first + 1;
    let third = sorted.length - 1;
    while (second < third) {
      const sum = sorted[first] + sorted[second] + sorted[third];
      if (sum < target) second += 1;
      else if (sum > target) third -= 1;
      else {
        triples.push([sorted[first], sorted[second], sorted[third]]);
        second += 1;
        while (second < third && sorted[second] === sorted[second - 1]) second += 1;
        third -= 1;
      }
    }
  }
  return triples;
}
