/**
 * The most water that two of the walls can hold between them: the lower of the two, times the distance of their places.
 * Fewer than two walls hold none.
 */
export function mostWater(heights) {
  throw new Error('mostWater is not written yet');
}
