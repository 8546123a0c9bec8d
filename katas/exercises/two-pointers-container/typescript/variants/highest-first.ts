/**
 * The most water that two of the walls can hold between them: the lower of the two, times the distance of their places.
 * Fewer than two walls hold none.
 */
export function mostWater(heights: readonly number[]): number {
  const places = heights.map((_, place) => place).sort((a, b) => heights[b] - heights[a]);
  let first = Infinity;
  let last = -Infinity;
  let most = 0;
  for (const place of places) {
    // Every wall seen before is at least as high, so this one is the lower end.
    most = Math.max(most, heights[place] * Math.max(last - place, place - first, 0));
    first = Math.min(first, place);
    last = Math.max(last, place);
  }
  return most;
}
