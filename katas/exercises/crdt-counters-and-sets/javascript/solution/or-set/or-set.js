/** A set with a replica on every node. A removal takes back the additions it has seen, and no others. */
export class OrSet {
  node;
  added = new Map();
  removed = new Set();
  count = 0;

  constructor(node) {
    this.node = node;
  }

  add(item) {
    this.count += 1;
    this.tagsOf(item).add(`${this.node} ${this.count}`);
  }

  /** Removing what is not there is fine, and changes nothing. */
  remove(item) {
    for (const tag of this.tagsOf(item)) this.removed.add(tag);
  }

  has(item) {
    return [...this.tagsOf(item)].some((tag) => !this.removed.has(tag));
  }

  /** The items, sorted. */
  items() {
    return [...this.added.keys()].filter((item) => this.has(item)).sort();
  }

  state() {
    const added = [...this.added].map(([item, tags]) => [item, [...tags]]);
    return { added: Object.fromEntries(added), removed: [...this.removed] };
  }

  merge(state) {
    for (const [item, tags] of Object.entries(state.added)) for (const tag of tags) this.tagsOf(item).add(tag);
    for (const tag of state.removed) this.removed.add(tag);
  }

  tagsOf(item) {
    const tags = this.added.get(item) ?? new Set();
    this.added.set(item, tags);
    return tags;
  }
}
