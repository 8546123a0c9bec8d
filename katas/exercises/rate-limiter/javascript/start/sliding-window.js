/** Allows each key `limit` calls in any stretch of `windowMs`. */
export class SlidingWindow {
  constructor(limit, windowMs, clock) {}

  /** Whether this call may go through. Calls that may not are not counted. */
  allow(key) {
    throw new Error('allow is not written yet');
  }

  /** How many keys have calls inside the window; the others are forgotten. */
  get size() {
    throw new Error('size is not written yet');
  }
}
