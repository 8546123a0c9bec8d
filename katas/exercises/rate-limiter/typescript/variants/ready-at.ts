export type Clock = () => number;

/** Keeps one number: how many tokens are missing; time lowers it. */
export class TokenBucket {
  private missing = 0;
  private last: number;
  private readonly capacity: number;
  private readonly perSecond: number;
  private readonly clock: Clock;

  constructor(capacity: number, perSecond: number, clock: Clock) {
    this.capacity = capacity;
    this.perSecond = perSecond;
    this.clock = clock;
    this.last = clock();
  }

  take(cost = 1): boolean {
    if (this.waitFor(cost) > 0) return false;
    this.missing += cost;
    return true;
  }

  waitFor(cost = 1): number {
    const now = this.clock();
    if (now > this.last) this.missing = Math.max(0, this.missing - ((now - this.last) * this.perSecond) / 1000);
    this.last = now;
    if (cost > this.capacity) return Number.POSITIVE_INFINITY;
    const short = this.missing + cost - this.capacity;
    return short <= 0 ? 0 : Math.ceil((short * 1000) / this.perSecond);
  }
}
