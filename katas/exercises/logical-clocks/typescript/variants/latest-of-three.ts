export interface HybridStamp {
  readonly time: number;
  readonly count: number;
}

const before: HybridStamp = { time: -Infinity, count: 0 };

/** The latest of "now", and one past each stamp that came before. */
export class HybridClock {
  private last = before;
  private readonly now: () => number;
  private readonly maxAhead: number;

  constructor(now: () => number, maxAhead: number) {
    this.now = now;
    this.maxAhead = maxAhead;
  }

  tick(): HybridStamp {
    return this.past(before, this.now());
  }

  receive(sent: HybridStamp): HybridStamp {
    const now = this.now();
    if (now + this.maxAhead < sent.time) throw new RangeError('too far ahead');
    return this.past(sent, now);
  }

  private past(sent: HybridStamp, now: number): HybridStamp {
    const candidates = [{ time: now, count: 0 }, next(this.last), next(sent)];
    this.last = candidates.reduce((one, other) => (compareHybrid(one, other) >= 0 ? one : other));
    return this.last;
  }
}

const next = ({ time, count }: HybridStamp): HybridStamp => ({ time, count: count + 1 });

export function compareHybrid(one: HybridStamp, other: HybridStamp): number {
  if (one.time === other.time) return one.count - other.count;
  return one.time < other.time ? -1 : 1;
}
