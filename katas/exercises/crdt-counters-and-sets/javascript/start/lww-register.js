/** One value, with a replica on every node: the latest write wins, and of equally late ones that of the larger name. */
export class LwwRegister {
  node;
  constructor(node) {
    this.node = node;
  }

  /** Writes at a time of this node's clock. A write older than one that is known changes nothing. */
  set(value, time) {
    void [value, time, this.node];
  }

  /** The value, null before the first write. */
  value() {
    return null;
  }

  state() {
    return null;
  }

  merge(state) {
    void state;
  }
}
