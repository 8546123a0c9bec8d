/**
 * Merges the ascending `source` into `target`, in place, so that `target` is ascending as a whole.
 * The first `count` numbers of `target` are ascending; behind them is room for exactly the numbers of `source`.
 */
export function mergeInto(target, count, source) {
  let own = count - 1;
  let other = source.length - 1;
  // From the back: the larger of the two last numbers goes to the last free place. As long as numbers of the source
  // are left, the free place lies behind every number of the target that was not moved yet.
  while (other >= 0) {
    const place = own + other + 1;
    if (own >= 0 && target[own] > source[other]) {
      target[place] = target[own];
      own -= 1;
    } else {
      target[place] = source[other];
      other -= 1;
    }
  }
}
