/**
 * Rearranges `numbers` in place: first the ones below `pivot`, then the ones equal to it, then the ones above it.
 * Answers `[start, end]`: the equal ones stand from place `start` up to, but not including, place `end`.
 */
export function partition(numbers, pivot) {
  throw new Error('partition is not written yet');
}
