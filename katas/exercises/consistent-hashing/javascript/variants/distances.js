/** No order is kept: the node with the shortest way up from the key is looked for each time. */
export class HashRing {
  points = new Map();
  hash;
  count;

  constructor(hash, count = 1) {
    this.hash = hash;
    this.count = count;
  }

  add(node, weight = 1) {
    const names = Array.from({ length: this.count * weight }, (_, at) => (at ? `${node}#${at}` : node));
    this.points.set(node, names.map(this.hash));
  }

  remove(node) {
    this.points.delete(node);
  }

  nodeFor(key) {
    const place = this.hash(key);
    let best;
    let shortest = Infinity;
    for (const [node, places] of this.points)
      for (const at of places) {
        const way = (at - place + 2 ** 32) % 2 ** 32;
        if (way < shortest) [best, shortest] = [node, way];
      }
    return best;
  }
}
