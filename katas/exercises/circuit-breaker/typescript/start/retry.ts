import type { CircuitBreaker } from './circuit-breaker.ts';

/** Thrown in the place of a call that the breaker refused. */
export class CircuitOpenError extends Error {
  override name = 'CircuitOpenError';
}

export interface RetryOptions {
  /** How often to call at most, the first call included. */
  attempts: number;
  /** The bound of the first wait; it doubles with each further one, up to `capMs`. */
  baseMs: number;
  capMs: number;
  /** A number from 0 up to, and not including, 1. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Whether the same call may succeed later. */
  isWorthRetrying: (error: unknown) => boolean;
  /** No wait begins that would end later than this long after the start. Absent: as long as it takes. */
  budgetMs?: number;
  /** Milliseconds; needed for the budget only. */
  clock?: () => number;
  breaker?: CircuitBreaker;
}

/** Calls until it succeeds, as long as that makes sense; what it throws is the last error. */
export async function retry<T>(operation: () => Promise<T>, options: RetryOptions): Promise<T> {
  throw new Error('retry is not written yet');
}
