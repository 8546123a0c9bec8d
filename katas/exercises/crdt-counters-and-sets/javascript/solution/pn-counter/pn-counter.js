import { GCounter } from './g-counter.js';

/** A counter that grows and shrinks, with a replica on every node. */
export class PNCounter {
  up;
  down;

  constructor(node) {
    this.up = new GCounter(node);
    this.down = new GCounter(node);
  }

  /** `by` is 0 or more, else it throws a RangeError. */
  increment(by = 1) {
    this.up.increment(by);
  }

  /** `by` is 0 or more, else it throws a RangeError. */
  decrement(by = 1) {
    this.down.increment(by);
  }

  /** May be below 0. */
  value() {
    return this.up.value() - this.down.value();
  }

  state() {
    return { up: this.up.state(), down: this.down.state() };
  }

  merge(state) {
    this.up.merge(state.up);
    this.down.merge(state.down);
  }
}
