import { GCounter, type GState } from './g-counter.ts';

export interface PNState {
  readonly up: GState;
  readonly down: GState;
}

/** A counter that grows and shrinks, with a replica on every node. */
export class PNCounter {
  private readonly up: GCounter;
  private readonly down: GCounter;

  constructor(node: string) {
    this.up = new GCounter(node);
    this.down = new GCounter(node);
  }

  /** `by` is 0 or more, else it throws a RangeError. */
  increment(by = 1): void {
    this.up.increment(by);
  }

  /** `by` is 0 or more, else it throws a RangeError. */
  decrement(by = 1): void {
    this.down.increment(by);
  }

  /** May be below 0. */
  value(): number {
    return this.up.value() - this.down.value();
  }

  state(): PNState {
    return { up: this.up.state(), down: this.down.state() };
  }

  merge(state: PNState): void {
    this.up.merge(state.up);
    this.down.merge(state.down);
  }
}
