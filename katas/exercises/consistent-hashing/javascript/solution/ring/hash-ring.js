/** Says which node a key belongs to, and moves few keys when nodes come and go. */
export class HashRing {
  hash;
  nodes = new Map();

  constructor(hash) {
    this.hash = hash;
  }

  add(node) {
    this.nodes.set(node, this.hash(node));
  }

  /** Removes a node; an unknown one changes nothing. */
  remove(node) {
    this.nodes.delete(node);
  }

  /** The node a key belongs to; undefined when there is none. */
  nodeFor(key) {
    const place = this.hash(key);
    const points = [...this.nodes].sort((left, right) => left[1] - right[1]);
    return (points.find((point) => point[1] >= place) ?? points[0])?.[0];
  }
}
