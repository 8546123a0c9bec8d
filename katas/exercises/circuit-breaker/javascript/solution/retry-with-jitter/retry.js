/** Thrown in the place of a call that the breaker refused. */
export class CircuitOpenError extends Error {
  name = 'CircuitOpenError';
}

/** Calls until it succeeds, as long as that makes sense; what it throws is the last error. */
export async function retry(operation, options) {
  const { attempts, baseMs, capMs, random, sleep, isWorthRetrying, budgetMs = Infinity, clock = () => 0 } = options;
  const deadline = clock() + budgetMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callOnce(operation, options);
    } catch (error) {
      if (error instanceof CircuitOpenError || !isWorthRetrying(error) || attempt >= attempts) throw error;
      const wait = random() * Math.min(capMs, baseMs * 2 ** (attempt - 1));
      if (clock() + wait > deadline) throw error;
      await sleep(wait);
    }
  }
}

/** A call that the service turned down for good reason says nothing against the service. */
async function callOnce(operation, { breaker, isWorthRetrying }) {
  if (!breaker) return operation();
  const call = breaker.begin();
  if (!call) throw new CircuitOpenError('the circuit is open');
  try {
    const result = await operation();
    call.succeeded();
    return result;
  } catch (error) {
    if (isWorthRetrying(error)) call.failed();
    else call.succeeded();
    throw error;
  }
}
