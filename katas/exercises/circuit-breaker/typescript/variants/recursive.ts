import type { Call, CircuitBreaker } from './circuit-breaker.ts';

export class CircuitOpenError extends Error {}

interface Options {
  attempts: number;
  baseMs: number;
  capMs: number;
  random: () => number;
  sleep: (ms: number) => Promise<void>;
  isWorthRetrying: (error: unknown) => boolean;
  budgetMs?: number;
  clock?: () => number;
  breaker?: CircuitBreaker;
}

/** Recursive: what is left of attempts and of time is handed on. */
export function retry<T>(operation: () => Promise<T>, options: Options): Promise<T> {
  const end = options.budgetMs === undefined ? undefined : options.clock!() + options.budgetMs;
  return step(operation, options, options.attempts, options.baseMs, end);
}

async function step<T>(
  operation: () => Promise<T>,
  options: Options,
  left: number,
  bound: number,
  end?: number,
): Promise<T> {
  let call: Call | undefined;
  if (options.breaker && !(call = options.breaker.begin())) throw new CircuitOpenError('open');
  let result: T;
  try {
    result = await operation();
  } catch (error) {
    const again = options.isWorthRetrying(error);
    again ? call?.failed() : call?.succeeded();
    if (!again || left === 1) throw error;
    const wait = options.random() * Math.min(bound, options.capMs);
    if (end !== undefined && options.clock!() + wait > end) throw error;
    await options.sleep(wait);
    return step(operation, options, left - 1, bound * 2, end);
  }
  call?.succeeded();
  return result;
}
