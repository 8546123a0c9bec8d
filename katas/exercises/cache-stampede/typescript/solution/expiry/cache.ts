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
  private readonly options: CacheOptions<V>;
  private readonly values = new Map<string, { readonly value: V; readonly until: number }>();
  private readonly flights = new Map<string, Promise<V>>();

  constructor(options: CacheOptions<V>) {
    this.options = options;
  }

  /** The value of a key: kept, or loaded. Rejects when loading fails. */
  async get(key: string): Promise<V> {
    const kept = this.values.get(key);
    return kept && this.options.clock() < kept.until ? kept.value : this.fetch(key);
  }

  /** Forgets a key: what is being loaded for it now is not kept either. */
  forget(key: string): void {
    this.values.delete(key);
    this.flights.delete(key);
  }

  /** Whoever comes while it is on its way waits for the same flight. */
  private fetch(key: string): Promise<V> {
    const underway = this.flights.get(key);
    if (underway) return underway;
    const flight: Promise<V> = this.fly(key, () => this.flights.get(key) === flight);
    this.flights.set(key, flight);
    return flight;
  }

  /** When a value that arrives now is no longer good. */
  private endOf(): number {
    const { clock, ttlMs, jitter, random } = this.options;
    return clock() + ttlMs * (1 - jitter * random());
  }

  private async fly(key: string, isWanted: () => boolean): Promise<V> {
    await undefined;
    try {
      const value = await this.options.load(key);
      if (isWanted()) this.values.set(key, { value, until: this.endOf() });
      return value;
    } finally {
      if (isWanted()) this.flights.delete(key);
    }
  }
}
