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
    const place = this.hash(key);
    return (this.points.find((point) => point.place >= place) ?? this.points[0])?.node;
  }
}
