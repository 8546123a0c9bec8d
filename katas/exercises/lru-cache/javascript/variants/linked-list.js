/** A ring of nodes: behind `end` stands the one not used for longest, before it the one used last. */
export class LruCache {
  nodes = new Map();
  capacity;
  end;

  constructor(capacity) {
    this.capacity = capacity;
    this.end = {};
    this.end.before = this.end.after = this.end;
  }

  get size() {
    return this.nodes.size;
  }

  get(key) {
    const node = this.nodes.get(key);
    if (!node) return undefined;
    this.unlink(node);
    this.append(node);
    return node.value;
  }

  peek(key) {
    return this.nodes.get(key)?.value;
  }

  put(key, value) {
    this.delete(key);
    if (this.nodes.size === this.capacity) this.delete(this.end.after.key);
    const node = { key, value };
    this.nodes.set(key, node);
    this.append(node);
  }

  delete(key) {
    const node = this.nodes.get(key);
    if (!node) return false;
    this.unlink(node);
    return this.nodes.delete(key);
  }

  keys() {
    const keys = [];
    for (let node = this.end.after; node !== this.end; node = node.after) keys.push(node.key);
    return keys;
  }

  unlink(node) {
    node.before.after = node.after;
    node.after.before = node.before;
  }

  append(node) {
    node.before = this.end.before;
    node.after = this.end;
    node.before.after = node;
    this.end.before = node;
  }
}
