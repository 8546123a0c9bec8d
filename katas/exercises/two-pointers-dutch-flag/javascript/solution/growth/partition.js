/**
 * Rearranges `numbers` in place: first the ones below `pivot`, then the ones equal to it, then the ones above it.
 * Answers `[start, end]`: the equal ones stand from place `start` up to, but not including, place `end`.
 */
export function partition(numbers, pivot) {
  // [0, start) is below the pivot, [start, next) equal to it, [next, end) not looked at yet, [end, length) above it.
  let start = 0;
  let next = 0;
  let end = numbers.length;
  while (next < end) {
    const number = numbers[next];
    if (number < pivot) {
      numbers[next] = numbers[start];
      numbers[start] = number;
      start += 1;
      next += 1;
    } else if (number > pivot) {
      // What comes back from the end was not looked at yet, so `next` stays.
      end -= 1;
      numbers[next] = numbers[end];
      numbers[end] = number;
    } else {
      next += 1;
    }
  }
  return [start, end];
}
