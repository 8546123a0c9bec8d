/** The tags under which each item was added, and those tags that were removed. */
export interface OrState {
  readonly added: Readonly<Record<string, readonly string[]>>;
  readonly removed: readonly string[];
}

/** A set with a replica on every node. A removal takes back the additions it has seen, and no others. */
export class OrSet {
  private readonly added = new Map<string, Set<string>>();
  private readonly removed = new Set<string>();
  private count = 0;

  constructor(private readonly node: string) {}

  add(item: string): void {
    this.count += 1;
    this.tagsOf(item).add(`${this.node} ${this.count}`);
  }

  /** Removing what is not there is fine, and changes nothing. */
  remove(item: string): void {
    for (const tag of this.tagsOf(item)) this.removed.add(tag);
  }

  has(item: string): boolean {
    return [...this.tagsOf(item)].some((tag) => !this.removed.has(tag));
  }

  /** The items, sorted. */
  items(): string[] {
    return [...this.added.keys()].filter((item) => this.has(item)).sort();
  }

  state(): OrState {
    const added = [...this.added].map(([item, tags]) => [item, [...tags]] as const);
    return { added: Object.fromEntries(added), removed: [...this.removed] };
  }

  merge(state: OrState): void {
    for (const [item, tags] of Object.entries(state.added)) for (const tag of tags) this.tagsOf(item).add(tag);
    for (const tag of state.removed) this.removed.add(tag);
  }

  private tagsOf(item: string): Set<string> {
    const tags = this.added.get(item) ?? new Set<string>();
    this.added.set(item, tags);
    return tags;
  }
}
