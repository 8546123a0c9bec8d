/**
 * Does one work after the other in each of a few lanes; what a work gives is waited for where it is wanted. A work knows
 * its lane, for what those of one lane share.
 */
export function openLanes(count: number): <T>(work: (lane: number) => Promise<T>) => Promise<T> {
  const last: Promise<unknown>[] = Array.from({ length: count }, () => Promise.resolve());
  let next = 0;
  return (work) => {
    const lane = next++ % count;
    const done = last[lane]!.then(() => work(lane));
    // Whoever waits for it hears of its failure; the lane goes on.
    last[lane] = done.catch(() => undefined);
    return done;
  };
}
