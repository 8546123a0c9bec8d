import type { Clock } from './token-bucket.ts';

/** Numbers that all nodes see. Both calls throw when the store cannot be reached. */
export interface Store {
  /** What is written under a name; undefined when there is nothing, or nothing any more. */
  read(name: string): { value: number; version: number } | undefined;
  /**
   * Writes only if nobody has written since that version was read (0: since nothing was there), and says whether it did.
   * The entry vanishes `ttlMs` after its last write.
   */
  write(name: string, value: number, version: number, ttlMs: number): boolean;
}

export interface SharedLimiterOptions {
  limit: number;
  windowMs: number;
  store: Store;
  clock: Clock;
  /** What to answer when the store cannot be reached. */
  whenDown: 'allow' | 'refuse';
  /** How often to try when other nodes write in between. */
  attempts?: number;
}

const nothing = { value: 0, version: 0 };

/** One limit for all nodes: two counters for each key, this window's and the last one's. */
export class SharedLimiter {
  private readonly options: SharedLimiterOptions;

  constructor(options: SharedLimiterOptions) {
    this.options = options;
  }

  allow(key: string): boolean {
    const { attempts = 5, whenDown } = this.options;
    try {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const answer = this.tryOnce(key);
        if (answer !== undefined) return answer;
      }
      return false;
    } catch {
      return whenDown === 'allow';
    }
  }

  /** Undefined when another node wrote in between. */
  private tryOnce(key: string): boolean | undefined {
    const { limit, windowMs, store, clock } = this.options;
    const now = clock();
    const window = Math.floor(now / windowMs);
    const last = store.read(`${key}@${window - 1}`) ?? nothing;
    const current = store.read(`${key}@${window}`) ?? nothing;
    // Whole numbers all the way: a share of the last window, times its length.
    const lastPart = last.value * (windowMs - (now - window * windowMs));
    if (lastPart + (current.value + 1) * windowMs > limit * windowMs) return false;
    return store.write(`${key}@${window}`, current.value + 1, current.version, 2 * windowMs) ? true : undefined;
  }
}
