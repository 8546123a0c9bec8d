/**
 * Moves the first of each run of equal numbers to the front of the ascending list `items`, in place.
 * Answers how many there are; what stands behind them does not matter.
 */
export function deduplicate(items) {
  for (let place = items.length - 1; place > 0; place -= 1) {
    if (items[place] === items[place - 1]) items.splice(place, 1);
  }
  return items.length;
}
