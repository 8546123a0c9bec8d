/** Keeps one number: how many tokens are missing; time lowers it. */
export class TokenBucket {
  missing = 0;
  last;
  capacity;
  perSecond;
  clock;

  constructor(capacity, perSecond, clock) {
    this.capacity = capacity;
    this.perSecond = perSecond;
    this.clock = clock;
    this.last = clock();
  }

  take(cost = 1) {
    if (this.waitFor(cost) > 0) return false;
    this.missing += cost;
    return true;
  }

  waitFor(cost = 1) {
    const now = this.clock();
    if (now > this.last) this.missing = Math.max(0, this.missing - ((now - this.last) * this.perSecond) / 1000);
    this.last = now;
    if (cost > this.capacity) return Number.POSITIVE_INFINITY;
    const short = this.missing + cost - this.capacity;
    return short <= 0 ? 0 : Math.ceil((short * 1000) / this.perSecond);
  }
}
