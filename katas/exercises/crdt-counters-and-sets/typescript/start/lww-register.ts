export type Value = string | number | boolean | null;

/** What you send to other replicas, as plain data: yours to choose. */
export type LwwState = Readonly<Record<string, unknown>> | null;

/** One value, with a replica on every node: the latest write wins, and of equally late ones that of the larger name. */
export class LwwRegister {
  constructor(private readonly node: string) {}

  /** Writes at a time of this node's clock. A write older than one that is known changes nothing. */
  set(value: Value, time: number): void {
    void [value, time, this.node];
  }

  /** The value, null before the first write. */
  value(): Value {
    return null;
  }

  state(): LwwState {
    return null;
  }

  merge(state: LwwState): void {
    void state;
  }
}
