export type GState = Readonly<Record<string, number>>;

/** Rows as a map, the value kept up to date. */
export class GCounter {
  private readonly rows = new Map<string, number>();
  private total = 0;
  private readonly node: string;

  constructor(node: string) {
    this.node = node;
  }

  increment(by = 1): void {
    if (!(by >= 0)) throw new RangeError('only up');
    this.raise(this.node, (this.rows.get(this.node) ?? 0) + by);
  }

  value(): number {
    return this.total;
  }

  state(): GState {
    return Object.fromEntries(this.rows);
  }

  merge(state: GState): void {
    for (const node in state) this.raise(node, state[node]!);
  }

  private raise(node: string, count: number): void {
    const before = this.rows.get(node) ?? 0;
    if (count <= before) return;
    this.total += count - before;
    this.rows.set(node, count);
  }
}
