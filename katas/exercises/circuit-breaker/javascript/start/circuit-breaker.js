/** Stops calls to a service that keeps failing, and finds out carefully whether it is well again. */
export class CircuitBreaker {
  constructor(options) {}

  get state() {
    throw new Error('state is not written yet');
  }

  /** Leave to make one call, or undefined: do not call now. */
  begin() {
    throw new Error('begin is not written yet');
  }
}
