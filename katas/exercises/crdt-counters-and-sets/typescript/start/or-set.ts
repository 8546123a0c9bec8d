/** What you send to other replicas, as plain data: yours to choose. */
export type OrState = Readonly<Record<string, unknown>>;

/** A set with a replica on every node. A removal takes back the additions it has seen, and no others. */
export class OrSet {
  constructor(private readonly node: string) {}

  add(item: string): void {
    void [item, this.node];
  }

  /** Removing what is not there is fine, and changes nothing. */
  remove(item: string): void {
    void item;
  }

  has(item: string): boolean {
    return item === '';
  }

  /** The items, sorted. */
  items(): string[] {
    return [];
  }

  state(): OrState {
    return {};
  }

  merge(state: OrState): void {
    void state;
  }
}
