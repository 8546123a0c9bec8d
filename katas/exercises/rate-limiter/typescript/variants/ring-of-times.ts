import type { Clock } from './token-bucket.ts';

/** A ring of the last `limit` times for each key: the slot to be overwritten next holds the oldest. */
export class SlidingWindow {
  private readonly rings = new Map<string, { times: number[]; next: number; last: number }>();
  private readonly limit: number;
  private readonly windowMs: number;
  private readonly clock: Clock;

  constructor(limit: number, windowMs: number, clock: Clock) {
    this.limit = limit;
    this.windowMs = windowMs;
    this.clock = clock;
  }

  allow(key: string): boolean {
    if (this.limit === 0) return false;
    const now = this.clock();
    let ring = this.rings.get(key);
    if (!ring) this.rings.set(key, (ring = { times: Array(this.limit).fill(-Infinity), next: 0, last: now }));
    if (ring.times[ring.next]! > now - this.windowMs) return false;
    ring.times[ring.next] = ring.last = now;
    ring.next = (ring.next + 1) % this.limit;
    return true;
  }

  get size(): number {
    const start = this.clock() - this.windowMs;
    for (const [key, { last }] of this.rings) if (last <= start) this.rings.delete(key);
    return this.rings.size;
  }
}
