/** Numbers the events of one node so that a cause always has a smaller number than its effect. */
export class LamportClock {
  node;
  time = 0;

  constructor(node) {
    this.node = node;
  }

  /** Something happens on this node; sending a message is such an event. Answers its stamp. */
  tick() {
    this.time += 1;
    return { time: this.time, node: this.node };
  }

  /** A message arrives that was sent at this stamp. Answers the stamp of the arrival. */
  receive(sent) {
    this.time = Math.max(this.time, sent.time);
    return this.tick();
  }
}

/** Negative when `one` comes first, positive when `other` does, 0 only when they are the same. */
export function compareStamps(one, other) {
  if (one.time !== other.time) return one.time - other.time;
  if (one.node === other.node) return 0;
  return one.node < other.node ? -1 : 1;
}
