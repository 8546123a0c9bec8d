import type { Clock } from './token-bucket.ts';

/** Allows each key `limit` calls in any stretch of `windowMs`. */
export class SlidingWindow {
  constructor(limit: number, windowMs: number, clock: Clock) {}

  /** Whether this call may go through. Calls that may not are not counted. */
  allow(key: string): boolean {
    throw new Error('allow is not written yet');
  }

  /** How many keys have calls inside the window; the others are forgotten. */
  get size(): number {
    throw new Error('size is not written yet');
  }
}
