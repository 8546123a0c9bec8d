export type State = 'closed' | 'open' | 'half-open';

export interface BreakerOptions {
  /** So many failures in a row open it. */
  failures: number;
  /** How long it stays open, and how long a probe may take. */
  openMs: number;
  /** So many probes in a row must succeed to close it. */
  probes: number;
  /** Milliseconds; never goes back. */
  clock: () => number;
}

/** Leave to make one call; says afterwards how it went, once. */
export interface Call {
  succeeded(): void;
  failed(): void;
}

/** Stops calls to a service that keeps failing, and finds out carefully whether it is well again. */
export class CircuitBreaker {
  constructor(options: BreakerOptions) {}

  get state(): State {
    throw new Error('state is not written yet');
  }

  /** Leave to make one call, or undefined: do not call now. */
  begin(): Call | undefined {
    throw new Error('begin is not written yet');
  }
}
