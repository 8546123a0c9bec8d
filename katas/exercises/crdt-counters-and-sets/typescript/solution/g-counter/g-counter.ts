/** How much each node has counted. */
export type GState = Readonly<Record<string, number>>;

/** A counter that only grows, with a replica on every node. */
export class GCounter {
  private readonly counts: Record<string, number> = {};

  constructor(private readonly node: string) {}

  /** Counts on this node; `by` is 0 or more, else it throws a RangeError. */
  increment(by = 1): void {
    if (by < 0) throw new RangeError('A counter that only grows cannot be incremented by less than 0.');
    this.counts[this.node] = (this.counts[this.node] ?? 0) + by;
  }

  value(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  /** What other replicas need to know, as plain data. It shows this moment for ever. */
  state(): GState {
    return { ...this.counts };
  }

  /** Learns what another replica knew. */
  merge(state: GState): void {
    for (const [node, count] of Object.entries(state)) this.counts[node] = Math.max(this.counts[node] ?? 0, count);
  }
}
