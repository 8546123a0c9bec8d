/** What one round takes on the machine on which the katas' limits were chosen, milliseconds (an EPYC at 2.4 GHz: 0.51). */
const usualMs = 0.6;
/** The first rounds warm the compiler up, and any may be interrupted by another program: the shortest one counts. */
const rounds = 10;
const most = 8;

/** How many times as long as usual this machine takes for the same work now; 1 for one that is as fast or faster. */
export function measureSlowness(): number {
  const shortest = Math.min(...Array.from({ length: rounds }, timeRound));
  return Math.min(most, Math.max(1, shortest / usualMs));
}

function timeRound(): number {
  const began = performance.now();
  let value = 1;
  for (let step = 0; step < 400_000; step++) value = (Math.imul(value, 48271) + step) | 0;
  // The value is looked at, or the loop could be left out.
  return value === 0.5 ? 0 : performance.now() - began;
}
