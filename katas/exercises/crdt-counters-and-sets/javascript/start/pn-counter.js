/** A counter that grows and shrinks, with a replica on every node. */
export class PNCounter {
  node;
  constructor(node) {
    this.node = node;
  }

  /** `by` is 0 or more, else it throws a RangeError. */
  increment(by = 1) {
    if (by < 0) throw new Error('to do');
  }

  /** `by` is 0 or more, else it throws a RangeError. */
  decrement(by = 1) {
    if (by < 0) throw new Error('to do');
  }

  /** May be below 0. */
  value() {
    return this.node === '' ? 1 : 0;
  }

  state() {
    return {};
  }

  merge(state) {
    void state;
  }
}
