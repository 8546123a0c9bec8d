const nothing = { value: 0, version: 0 };

/** One limit for all nodes: two counters for each key, this window's and the last one's. */
export class SharedLimiter {
  options;

  constructor(options) {
    this.options = options;
  }

  allow(key) {
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
  tryOnce(key) {
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
