/** Keeps what was loaded, and never loads the same thing twice at the same time. */
export class Cache {
  options;
  values = new Map();
  flights = new Map();

  constructor(options) {
    this.options = options;
  }

  /** The value of a key: kept, or loaded. Rejects when loading fails. */
  async get(key) {
    const kept = this.values.get(key);
    const { clock, refreshMs = 0 } = this.options;
    if (!kept || clock() >= kept.until) return this.fetch(key);
    // Nobody waits for this one; when it fails, the old value is good for a little longer.
    if (clock() >= kept.until - refreshMs) this.fetch(key).catch(() => undefined);
    return kept.value;
  }

  /** Forgets a key: what is being loaded for it now is not kept either. */
  forget(key) {
    this.values.delete(key);
    this.flights.delete(key);
  }

  /** Whoever comes while it is on its way waits for the same flight. */
  fetch(key) {
    const underway = this.flights.get(key);
    if (underway) return underway;
    const flight = this.fly(key, () => this.flights.get(key) === flight);
    this.flights.set(key, flight);
    return flight;
  }

  /** When a value that arrives now is no longer good. */
  endOf() {
    const { clock, ttlMs, jitter, random } = this.options;
    return clock() + ttlMs * (1 - jitter * random());
  }

  async fly(key, isWanted) {
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
