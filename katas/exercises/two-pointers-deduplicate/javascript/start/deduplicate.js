/**
 * Moves the first of each run of equal numbers to the front of the ascending list `items`, in place.
 * Answers how many there are; what stands behind them does not matter.
 */
export function deduplicate(items) {
  throw new Error('deduplicate is not written yet');
}
