interface Entry {
  value: number;
  version: number;
}
interface Options {
  limit: number;
  windowMs: number;
  store: {
    read(name: string): Entry | undefined;
    write(name: string, value: number, version: number, ttlMs: number): boolean;
  };
  clock: () => number;
  whenDown: 'allow' | 'refuse';
  attempts?: number;
}

/** Recursive; the budget left in this window is computed first, rounded down. */
export class SharedLimiter {
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  allow(key: string): boolean {
    try {
      return this.attempt(key, this.options.attempts ?? 5);
    } catch {
      return this.options.whenDown !== 'refuse';
    }
  }

  private attempt(key: string, left: number): boolean {
    if (left === 0) return false;
    const { limit, windowMs, store, clock } = this.options;
    const now = clock();
    const into = now % windowMs;
    const name = (at: number) => `limit:${at - into}:${key}`;
    const carried = Math.ceil(((store.read(name(now - windowMs))?.value ?? 0) * (windowMs - into)) / windowMs);
    const mine = store.read(name(now));
    if ((mine?.value ?? 0) >= limit - carried) return false;
    return (
      store.write(name(now), (mine?.value ?? 0) + 1, mine?.version ?? 0, 3 * windowMs) || this.attempt(key, left - 1)
    );
  }
}
