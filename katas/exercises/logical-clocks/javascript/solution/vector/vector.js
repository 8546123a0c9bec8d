/** Stamps the events of one node so that two stamps tell whether one could have caused the other. */
export class VectorClock {
  node;
  known = {};

  constructor(node) {
    this.node = node;
  }

  /** Something happens on this node. Answers its stamp. */
  tick() {
    this.known[this.node] = (this.known[this.node] ?? 0) + 1;
    return { ...this.known };
  }

  /** A message arrives that was sent at this stamp. Answers the stamp of the arrival. */
  receive(sent) {
    for (const [node, count] of Object.entries(sent)) this.known[node] = Math.max(this.known[node] ?? 0, count);
    return this.tick();
  }
}

/** How the event stamped `one` stands to the event stamped `other`. */
export function compareVectors(one, other) {
  let isBehind = false;
  let isAhead = false;
  for (const node of [...Object.keys(one), ...Object.keys(other)]) {
    const difference = (one[node] ?? 0) - (other[node] ?? 0);
    if (difference < 0) isBehind = true;
    if (difference > 0) isAhead = true;
  }
  if (isBehind && isAhead) return 'concurrent';
  if (isBehind) return 'before';
  return isAhead ? 'after' : 'equal';
}
