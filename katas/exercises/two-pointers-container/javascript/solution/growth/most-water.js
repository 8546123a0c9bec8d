/**
 * The most water that two of the walls can hold between them: the lower of the two, times the distance of their places.
 * Fewer than two walls hold none.
 */
export function mostWater(heights) {
  let most = 0;
  let left = 0;
  let right = heights.length - 1;
  while (left < right) {
    const water = Math.min(heights[left], heights[right]) * (right - left);
    most = Math.max(most, water);
    // Every other pair with the lower wall is narrower and no higher: it has shown the best it can do.
    if (heights[left] < heights[right]) left += 1;
    else right -= 1;
  }
  return most;
}
