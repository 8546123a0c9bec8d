/**
 * Finds two numbers of an ascending list that add up to `target`.
 * Answers their places `[left, right]` with `left < right`, or `null` when there are none.
 */
export function pairSum(numbers, target) {
  for (let left = 0; left < numbers.length; left += 1) {
    for (let right = left + 1; right < numbers.length; right += 1) {
      if (numbers[left] + numbers[right] === target) return [left, right];
    }
  }
  return null;
}
