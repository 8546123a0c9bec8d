/** Thrown in the place of a call that the breaker refused. */
export class CircuitOpenError extends Error {
  name = 'CircuitOpenError';
}

/** Calls until it succeeds, as long as that makes sense; what it throws is the last error. */
export async function retry(operation, options) {
  throw new Error('retry is not written yet');
}
