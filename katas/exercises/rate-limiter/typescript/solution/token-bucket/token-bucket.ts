/** Milliseconds since some moment. It stands still during one call, and it may be set back. */
export type Clock = () => number;

/** A bucket that fills evenly and holds no more than its capacity; each call takes tokens out. */
export class TokenBucket {
  private readonly capacity: number;
  private readonly perMs: number;
  private readonly clock: Clock;
  private tokens: number;
  private filledAt: number;

  /** Full at first. */
  constructor(capacity: number, perSecond: number, clock: Clock) {
    this.capacity = capacity;
    this.perMs = perSecond / 1000;
    this.clock = clock;
    this.tokens = capacity;
    this.filledAt = clock();
  }

  /** Takes `cost` tokens and answers true, or takes nothing and answers false. */
  take(cost = 1): boolean {
    this.fill();
    if (cost > this.tokens) return false;
    this.tokens -= cost;
    return true;
  }

  /** After how many whole milliseconds `take(cost)` could succeed: 0 now, Infinity never. */
  waitFor(cost = 1): number {
    this.fill();
    if (cost > this.capacity) return Infinity;
    return Math.ceil(Math.max(0, cost - this.tokens) / this.perMs);
  }

  private fill(): void {
    const now = this.clock();
    const elapsed = Math.max(0, now - this.filledAt);
    this.tokens = Math.min(this.capacity, this.tokens + elapsed * this.perMs);
    this.filledAt = now;
  }
}
