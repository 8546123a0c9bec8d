/**
 * Rearranges `numbers` in place: first the ones below `pivot`, then the ones equal to it, then the ones above it.
 * Answers `[start, end]`: the equal ones stand from place `start` up to, but not including, place `end`.
 */
export function partition(numbers, pivot) {
  let start = 0;
  let end = 0;
  for (let next = 0; next < numbers.length; next += 1) {
    if (numbers[next] < pivot) start += 1;
    if (numbers[next] <= pivot) end += 1;
    // Swap the number forward until it stands behind its own group.
    for (let place = next; place > 0 && belongsBefore(numbers[place], numbers[place - 1], pivot); place -= 1) {
      const moved = numbers[place];
      numbers[place] = numbers[place - 1];
      numbers[place - 1] = moved;
    }
  }
  return [start, end];
}

function belongsBefore(one, other, pivot) {
  return Math.sign(one - pivot) < Math.sign(other - pivot);
}
