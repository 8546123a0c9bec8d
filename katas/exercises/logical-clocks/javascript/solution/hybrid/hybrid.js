/** Stamps that keep causes before effects, and read like the time of day. */
export class HybridClock {
  now;
  maxAhead;
  time = 0;
  count = 0;

  /** `now` is the node's own clock, which may be wrong. `maxAhead` is how far ahead of it a message may be, in ms. */
  constructor(now, maxAhead) {
    this.now = now;
    this.maxAhead = maxAhead;
  }

  tick() {
    const now = this.now();
    this.count = now > this.time ? 0 : this.count + 1;
    this.time = Math.max(now, this.time);
    return { time: this.time, count: this.count };
  }

  /** Throws, and changes nothing, when the sender's stamp is too far ahead to be believed. */
  receive(sent) {
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

export function compareHybrid(one, other) {
  return one.time - other.time || one.count - other.count;
}
