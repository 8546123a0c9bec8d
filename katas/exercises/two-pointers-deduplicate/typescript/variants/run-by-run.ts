/**
 * Moves the first of each run of equal numbers to the front of the ascending list `items`, in place.
 * Answers how many there are; what stands behind them does not matter.
 */
export function deduplicate(items: number[]): number {
  let write = 0;
  let read = 0;
  while (read < items.length) {
    const number = items[read];
    items[write++] = number;
    while (read < items.length && items[read] === number) read++;
  }
  items.length = write;
  return write;
}
