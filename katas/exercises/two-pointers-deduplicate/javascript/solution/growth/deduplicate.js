/**
 * Moves the first of each run of equal numbers to the front of the ascending list `items`, in place.
 * Answers how many there are; what stands behind them does not matter.
 */
export function deduplicate(items) {
  // items[0..kept) holds the distinct numbers found so far; `next` runs ahead and looks for another one.
  let kept = 0;
  for (let next = 0; next < items.length; next += 1) {
    if (kept === 0 || items[next] !== items[kept - 1]) {
      items[kept] = items[next];
      kept += 1;
    }
  }
  return kept;
}
