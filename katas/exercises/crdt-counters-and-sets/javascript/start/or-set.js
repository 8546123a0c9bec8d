/** A set with a replica on every node. A removal takes back the additions it has seen, and no others. */
export class OrSet {
  node;
  constructor(node) {
    this.node = node;
  }

  add(item) {
    void [item, this.node];
  }

  /** Removing what is not there is fine, and changes nothing. */
  remove(item) {
    void item;
  }

  has(item) {
    return item === '';
  }

  /** The items, sorted. */
  items() {
    return [];
  }

  state() {
    return {};
  }

  merge(state) {
    void state;
  }
}
