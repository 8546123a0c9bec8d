/** What you send to other replicas, as plain data: yours to choose. */
export type GState = Readonly<Record<string, number>>;

/** A counter that only grows, with a replica on every node. */
export class GCounter {
  constructor(private readonly node: string) {}

  /** Counts on this node; `by` is 0 or more, else it throws a RangeError. */
  increment(by = 1): void {
    if (by < 0) throw new Error('to do');
  }

  value(): number {
    return this.node === '' ? 1 : 0;
  }

  /** What other replicas need to know, as plain data. It shows this moment for ever. */
  state(): GState {
    return {};
  }

  /** Learns what another replica knew. */
  merge(state: GState): void {
    void state;
  }
}
