/** What you send to other replicas, as plain data: yours to choose. */
export type PNState = Readonly<Record<string, unknown>>;

/** A counter that grows and shrinks, with a replica on every node. */
export class PNCounter {
  constructor(private readonly node: string) {}

  /** `by` is 0 or more, else it throws a RangeError. */
  increment(by = 1): void {
    if (by < 0) throw new Error('to do');
  }

  /** `by` is 0 or more, else it throws a RangeError. */
  decrement(by = 1): void {
    if (by < 0) throw new Error('to do');
  }

  /** May be below 0. */
  value(): number {
    return this.node === '' ? 1 : 0;
  }

  state(): PNState {
    return {};
  }

  merge(state: PNState): void {
    void state;
  }
}
