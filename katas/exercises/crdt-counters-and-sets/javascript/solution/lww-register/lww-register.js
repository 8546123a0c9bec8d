/** One value, with a replica on every node: the latest write wins, and of equally late ones that of the larger name. */
export class LwwRegister {
  node;
  latest = null;

  constructor(node) {
    this.node = node;
  }

  /** Writes at a time of this node's clock. A write older than one that is known changes nothing. */
  set(value, time) {
    this.offer({ time, node: this.node, value });
  }

  /** The value, null before the first write. */
  value() {
    return this.latest ? this.latest.value : null;
  }

  state() {
    return this.latest;
  }

  merge(state) {
    if (state) this.offer(state);
  }

  offer(write) {
    if (!this.latest || isLater(write, this.latest)) this.latest = { ...write };
  }
}

function isLater(one, other) {
  if (one.time !== other.time) return one.time > other.time;
  return one.node >= other.node;
}
