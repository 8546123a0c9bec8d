/**
 * Finds every combination of three numbers of the list that adds up to `target`.
 * Each combination of values comes once; the list is in no particular order and stays as it was.
 */
export function threeSum(numbers, target) {
  throw new Error('threeSum is not written yet');
}
