/**
 * Rearranges `numbers` in place: first the ones below `pivot`, then the ones equal to it, then the ones above it.
 * Answers `[start, end]`: the equal ones stand from place `start` up to, but not including, place `end`.
 */
export function partition(numbers: number[], pivot: number): [number, number] {
  const start = gather(numbers, 0, (number) => number < pivot);
  const end = gather(numbers, start, (number) => number === pivot);
  return [start, end];
}

/** Swaps every number that is wanted to the front of the part that begins at `from`; answers where they end. */
function gather(numbers: number[], from: number, isWanted: (number: number) => boolean): number {
  let border = from;
  for (let place = from; place < numbers.length; place++) {
    if (!isWanted(numbers[place])) continue;
    [numbers[border], numbers[place]] = [numbers[place], numbers[border]];
    border++;
  }
  return border;
}
