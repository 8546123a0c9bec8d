/** Says which node a key belongs to, and moves few keys when nodes come and go. */
export class HashRing {
  hash;
  pointsEach;
  points = [];

  /** Each node gets `points` points on the ring for each unit of its weight. */
  constructor(hash, points = 1) {
    this.hash = hash;
    this.pointsEach = points;
  }

  /** Adds a node, or gives a known one another weight. */
  add(node, weight = 1) {
    this.remove(node);
    for (let number = 0; number < this.pointsEach * weight; number += 1)
      this.points.push({ place: this.hash(number === 0 ? node : `${node}#${number}`), node });
    this.points.sort((left, right) => left.place - right.place);
  }

  /** Removes a node; an unknown one changes nothing. */
  remove(node) {
    this.points = this.points.filter((point) => point.node !== node);
  }

  /** The node a key belongs to; undefined when there is none. */
  nodeFor(key) {
    return this.points[this.firstFrom(this.hash(key))]?.node;
  }

  /** The first `count` different nodes for a key, in the order in which they are met. */
  nodesFor(key, count) {
    const first = this.firstFrom(this.hash(key));
    const found = new Set();
    for (let step = 0; step < this.points.length && found.size < count; step += 1)
      found.add(this.points[(first + step) % this.points.length].node);
    return [...found];
  }

  /** Which point comes first at or after a place; behind the last one comes the first again. */
  firstFrom(place) {
    let low = 0;
    let high = this.points.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.points[middle].place < place) low = middle + 1;
      else high = middle;
    }
    return low < this.points.length ? low : 0;
  }
}
