/**
 * The most water that two of the walls can hold between them: the lower of the two, times the distance of their places.
 * Fewer than two walls hold none.
 */
export function mostWater(heights) {
  let most = 0;
  for (let left = 0; left < heights.length; left += 1) {
    for (let right = left + 1; right < heights.length; right += 1) {
      const water = Math.min(heights[left], heights[right]) * (right - left);
      most = Math.max(most, water);
    }
  }
  return most;
}
