/**
 * Merges the ascending `source` into `target`, in place, so that `target` is ascending as a whole.
 * The first `count` numbers of `target` are ascending; behind them is room for exactly the numbers of `source`.
 */
export function mergeInto(target: number[], count: number, source: readonly number[]): void {
  const room = source.length;
  // Move the target's numbers to the very end, then merge forwards.
  for (let place = count - 1; place >= 0; place--) target[place + room] = target[place];
  let own = room;
  let other = 0;
  for (let place = 0; other < room; place++) {
    target[place] = own < target.length && target[own] <= source[other] ? target[own++] : source[other++];
  }
}
