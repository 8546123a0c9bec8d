/**
 * Merges the ascending `source` into `target`, in place, so that `target` is ascending as a whole.
 * The first `count` numbers of `target` are ascending; behind them is room for exactly the numbers of `source`.
 */
export function mergeInto(target, count, source) {
  throw new Error('mergeInto is not written yet');
}
