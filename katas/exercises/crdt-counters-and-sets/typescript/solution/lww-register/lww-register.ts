export type Value = string | number | boolean | null;

/** The write that counts: when it was made, where, and what was written. Undefined before the first one. */
export interface Write {
  readonly time: number;
  readonly node: string;
  readonly value: Value;
}

/** One value, with a replica on every node: the latest write wins, and of equally late ones that of the larger name. */
export class LwwRegister {
  private latest: Write | null = null;

  constructor(private readonly node: string) {}

  /** Writes at a time of this node's clock. A write older than one that is known changes nothing. */
  set(value: Value, time: number): void {
    this.offer({ time, node: this.node, value });
  }

  /** The value, null before the first write. */
  value(): Value {
    return this.latest ? this.latest.value : null;
  }

  state(): Write | null {
    return this.latest;
  }

  merge(state: Write | null): void {
    if (state) this.offer(state);
  }

  private offer(write: Write): void {
    if (!this.latest || isLater(write, this.latest)) this.latest = { ...write };
  }
}

function isLater(one: Write, other: Write): boolean {
  if (one.time !== other.time) return one.time > other.time;
  return one.node >= other.node;
}
