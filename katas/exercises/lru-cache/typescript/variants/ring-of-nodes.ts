interface Node<K, V> {
  key: K;
  value: V;
  weight: number;
  before: Node<K, V>;
  after: Node<K, V>;
}

/** A ring of nodes: behind `end` stands the one not used for longest, before it the one used last. */
export class LruCache<K, V> {
  private readonly nodes = new Map<K, Node<K, V>>();
  private readonly capacity: number;
  private readonly end: Node<K, V>;

  private readonly weigh: (key: K, value: V) => number;
  private weight = 0;

  constructor(capacity: number, weigh: (key: K, value: V) => number = () => 1) {
    this.capacity = capacity;
    this.weigh = weigh;
    this.end = {} as Node<K, V>;
    this.end.before = this.end.after = this.end;
  }

  get size(): number {
    return this.nodes.size;
  }

  get(key: K): V | undefined {
    const node = this.nodes.get(key);
    if (!node) return undefined;
    this.unlink(node);
    this.append(node);
    return node.value;
  }

  peek(key: K): V | undefined {
    return this.nodes.get(key)?.value;
  }

  put(key: K, value: V): void {
    const weight = this.weigh(key, value);
    this.delete(key);
    if (weight > this.capacity) return;
    while (this.weight + weight > this.capacity) this.delete(this.end.after.key);
    this.weight += weight;
    const node = { key, value, weight } as Node<K, V>;
    this.nodes.set(key, node);
    this.append(node);
  }

  delete(key: K): boolean {
    const node = this.nodes.get(key);
    if (!node) return false;
    this.unlink(node);
    this.weight -= node.weight;
    return this.nodes.delete(key);
  }

  keys(): K[] {
    const keys: K[] = [];
    for (let node = this.end.after; node !== this.end; node = node.after) keys.push(node.key);
    return keys;
  }

  private unlink(node: Node<K, V>): void {
    node.before.after = node.after;
    node.after.before = node.before;
  }

  private append(node: Node<K, V>): void {
    node.before = this.end.before;
    node.after = this.end;
    node.before.after = node;
    this.end.before = node;
  }
}
