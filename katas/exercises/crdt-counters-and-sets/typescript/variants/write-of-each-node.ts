export type Value = string | number | boolean | null;
export type LwwState = readonly [time: number, node: string, value: Value][];

/** Keeps the latest write of every node, and chooses when it is asked. */
export class LwwRegister {
  private readonly writes = new Map<string, { time: number; value: Value }>();
  private readonly node: string;

  constructor(node: string) {
    this.node = node;
  }

  set(value: Value, time: number): void {
    this.keep(this.node, time, value);
  }

  value(): Value {
    const sorted = [...this.writes].sort(([one, first], [other, second]) =>
      first.time === second.time ? (one < other ? -1 : 1) : first.time - second.time,
    );
    return sorted.at(-1)?.[1].value ?? null;
  }

  state(): LwwState {
    return [...this.writes].map(([node, { time, value }]) => [time, node, value]);
  }

  merge(state: LwwState): void {
    for (const [time, node, value] of state) this.keep(node, time, value);
  }

  private keep(node: string, time: number, value: Value): void {
    const known = this.writes.get(node);
    if (!known || known.time <= time) this.writes.set(node, { time, value });
  }
}
