export type PNState = Readonly<Record<string, readonly [number, number]>>;

/** One table with two columns, no other counter inside. */
export class PNCounter {
  private rows: Record<string, readonly [number, number]> = {};
  private readonly node: string;

  constructor(node: string) {
    this.node = node;
  }

  increment(by = 1): void {
    this.change(by, 0);
  }

  decrement(by = 1): void {
    this.change(0, by);
  }

  value(): number {
    let sum = 0;
    for (const [up, down] of Object.values(this.rows)) sum += up - down;
    return sum;
  }

  state(): PNState {
    return structuredClone(this.rows);
  }

  merge(state: PNState): void {
    for (const [node, [up, down]] of Object.entries(state)) {
      const [knownUp, knownDown] = this.rows[node] ?? [0, 0];
      this.rows[node] = [Math.max(up, knownUp), Math.max(down, knownDown)];
    }
  }

  private change(more: number, less: number): void {
    if (more < 0 || less < 0) throw new RangeError('amounts are not negative');
    const [up, down] = this.rows[this.node] ?? [0, 0];
    this.rows[this.node] = [up + more, down + less];
  }
}
