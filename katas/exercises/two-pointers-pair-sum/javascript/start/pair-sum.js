/**
 * Finds two numbers of an ascending list that add up to `target`.
 * Answers their places `[left, right]` with `left < right`, or `null` when there are none.
 */
export function pairSum(numbers, target) {
  throw new Error('pairSum is not written yet');
}
