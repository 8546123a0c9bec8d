/** Milliseconds since some moment. It stands still during one call, and it may be set back. */
export type Clock = () => number;

/** A bucket that fills evenly and holds no more than its capacity; each call takes tokens out. */
export class TokenBucket {
  /** Full at first. */
  constructor(capacity: number, perSecond: number, clock: Clock) {}

  /** Takes `cost` tokens and answers true, or takes nothing and answers false. */
  take(cost = 1): boolean {
    throw new Error('take is not written yet');
  }

  /** After how many whole milliseconds `take(cost)` could succeed: 0 now, Infinity never. */
  waitFor(cost = 1): number {
    throw new Error('waitFor is not written yet');
  }
}
