/** Allows each key `limit` calls in any stretch of `windowMs`. */
export class SlidingWindow {
  limit;
  windowMs;
  clock;
  /** When each key's calls went through, oldest first; never more than `limit`. */
  calls = new Map();

  constructor(limit, windowMs, clock) {
    this.limit = limit;
    this.windowMs = windowMs;
    this.clock = clock;
  }

  /** Whether this call may go through. Calls that may not are not counted. */
  allow(key) {
    const calls = this.recent(key);
    if (calls.length >= this.limit) return false;
    this.calls.set(key, [...calls, this.clock()]);
    return true;
  }

  /** How many keys have calls inside the window; the others are forgotten. */
  get size() {
    for (const key of [...this.calls.keys()]) if (this.recent(key).length === 0) this.calls.delete(key);
    return this.calls.size;
  }

  recent(key) {
    const start = this.clock() - this.windowMs;
    return (this.calls.get(key) ?? []).filter((at) => at > start);
  }
}
