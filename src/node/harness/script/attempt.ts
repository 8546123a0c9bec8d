import { AsyncLocalStorage } from 'node:async_hooks';

// Taken before any of the learner's code is loaded: what it patches later does not decide a test.
const NativePromise = Promise;
const turn = setImmediate;
const startTimer = setTimeout;
const stopTimer = clearTimeout;

/** Work of a test that has begun; kept by everything that it started, so that a late error finds its way back. */
interface Attempt {
  readonly name: string;
  readonly outer: Attempt | undefined;
  isOver: boolean;
  /** Ends it from outside: something it started has thrown, or nothing is left to wait for. */
  abandon(error: unknown): void;
}

export interface Failure {
  readonly error: unknown;
}

const store = new AsyncLocalStorage<Attempt>();
let latest: Attempt | undefined;

/**
 * Does some work of a test, until it settles, is abandoned or takes longer than its own limit. Resolves to why it
 * failed, or to nothing.
 */
export async function attempt(
  name: string,
  work: () => Promise<void>,
  timeoutMs = Infinity,
): Promise<Failure | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const own: Attempt = { name, outer: latest, isOver: false, abandon: () => undefined };
  latest = own;
  const failure = await new NativePromise<Failure | undefined>((resolve) => {
    own.abandon = (error) => resolve({ error });
    const tooLong = () => own.abandon(new Error(`The test took longer than its own limit of ${timeoutMs} ms.`));
    if (timeoutMs !== Infinity) timer = startTimer(tooLong, timeoutMs);
    void store.run(own, async () => {
      try {
        await work();
        // A turn of the loop, so that a rejection nobody awaits is still blamed on this work.
        turn(() => resolve(undefined));
      } catch (error) {
        resolve({ error });
      }
    });
  });
  stopTimer(timer);
  own.isOver = true;
  latest = own.outer;
  return failure;
}

/** Blames an error that nobody caught on what started it. `isLate` when that was over already, or nothing was running. */
export function blame(error: unknown): { readonly isLate: boolean; readonly name: string | undefined } {
  const own = store.getStore() ?? latest;
  if (!own || own.isOver) return { isLate: true, name: own?.name };
  own.abandon(error);
  return { isLate: false, name: own.name };
}

/** Nothing is left that could wake the program: what still waits will wait for ever. */
export function abandonWaiting(): void {
  latest?.abandon(new Error('The test waits for a promise that nothing will ever settle.'));
}
