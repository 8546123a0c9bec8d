/** One limit for all nodes: two counters for each key, this window's and the last one's. */
export class SharedLimiter {
  constructor(options) {}

  allow(key) {
    throw new Error('allow is not written yet');
  }
}
