/** Says which node a key belongs to, and moves few keys when nodes come and go. */
export class HashRing {
  /** Stage one: one point for each node. From stage two on, `points` for each unit of weight. */
  constructor(hash, points = 1) {}

  /** Adds a node, or gives a known one another weight (from stage two on). */
  add(node, weight = 1) {
    throw new Error('add is not written yet');
  }

  /** Removes a node; an unknown one changes nothing. */
  remove(node) {
    throw new Error('remove is not written yet');
  }

  /** The node a key belongs to; undefined when there is none. */
  nodeFor(key) {
    throw new Error('nodeFor is not written yet');
  }

  /** The last stage: the first `count` different nodes for a key, in the order in which they are met. */
  nodesFor(key, count) {
    throw new Error('nodesFor is not written yet');
  }
}
