export interface CacheOptions<V> {
  /** Fetches a value from where it is slow and dear. */
  load: (key: string) => Promise<V>;
  /** Milliseconds; never goes back. */
  clock: () => number;
  /** How long a value is good, from the moment it arrived. */
  ttlMs: number;
  /** A part of the time, 0 to 1, by which it may be shorter: so that not all end at once. */
  jitter: number;
  /** The last stage: how long before its end a value is fetched anew, while the old one is still given. */
  refreshMs?: number;
  /** A number from 0 up to, and not including, 1. */
  random: () => number;
}

/** Keeps what was loaded, and never loads the same thing twice at the same time. */
export class Cache<V> {
  constructor(options: CacheOptions<V>) {}

  /** The value of a key: kept, or loaded. Rejects when loading fails. */
  async get(key: string): Promise<V> {
    throw new Error('get is not written yet');
  }

  /** Forgets a key: what is being loaded for it now is not kept either. */
  forget(key: string): void {
    throw new Error('forget is not written yet');
  }
}
