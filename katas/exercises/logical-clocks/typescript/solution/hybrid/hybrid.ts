export interface HybridStamp {
  /** Milliseconds, as near to real time as causes allow. */
  readonly time: number;
  /** Tells events of the same millisecond apart. */
  readonly count: number;
}

/** Stamps that keep causes before effects, and read like the time of day. */
export class HybridClock {
  private time = 0;
  private count = 0;

  /** `now` is the node's own clock, which may be wrong. `maxAhead` is how far ahead of it a message may be, in ms. */
  constructor(
    private readonly now: () => number,
    private readonly maxAhead: number,
  ) {}

  tick(): HybridStamp {
    const now = this.now();
    this.count = now > this.time ? 0 : this.count + 1;
    this.time = Math.max(now, this.time);
    return { time: this.time, count: this.count };
  }

  /** Throws, and changes nothing, when the sender's stamp is too far ahead to be believed. */
  receive(sent: HybridStamp): HybridStamp {
    const now = this.now();
    if (sent.time - now > this.maxAhead)
      throw new RangeError(`A message from ${sent.time} arrives at ${now}: its clock cannot be right.`);
    const latest = Math.max(now, this.time, sent.time);
    const counts = [-1];
    if (latest === this.time) counts.push(this.count);
    if (latest === sent.time) counts.push(sent.count);
    this.time = latest;
    this.count = Math.max(...counts) + 1;
    return { time: this.time, count: this.count };
  }
}

export function compareHybrid(one: HybridStamp, other: HybridStamp): number {
  return one.time - other.time || one.count - other.count;
}
