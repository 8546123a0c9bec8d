/**
 * Merges the ascending `source` into `target`, in place, so that `target` is ascending as a whole.
 * The first `count` numbers of `target` are ascending; behind them is room for exactly the numbers of `source`.
 */
export function mergeInto(target, count, source) {
  source.forEach((number, taken) => {
    // target[0, count + taken) is ascending; move its larger numbers up by one and put this one in front of them.
    let place = count + taken;
    while (place > 0 && target[place - 1] > number) {
      target[place] = target[place - 1];
      place -= 1;
    }
    target[place] = number;
  });
}
