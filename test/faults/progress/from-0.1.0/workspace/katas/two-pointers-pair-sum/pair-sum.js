/**
 * Finds two numbers of an ascending list that add up to `target`.
 * Answers their places `[left, right]` with `left < right`, or `null` when there are none.
 */
export function pairSum(numbers, target) {
  let left = 0;
  let right = numbers.length - 1;
  while (left < right) {
    const sum = numbers[left] + numbers[right];
    if (sum === target) return [left, right];
    // Too small: even the largest partner left was not enough for numbers[left], so it is in no pair.
    // Too large: even the smallest partner left was too much for numbers[right], so it is in no pair.
    if (sum < target) left += 1;
    else right -= 1;
  }
  return null;
}
