/** A place on the ring for a text: a whole number from 0 to 4294967295, the same on every machine. */
export type Hash = (text: string) => number;

/** Says which node a key belongs to, and moves few keys when nodes come and go. */
export class HashRing {
  /** Stage one: one point for each node. From stage two on, `points` for each unit of weight. */
  constructor(hash: Hash, points = 1) {}

  /** Adds a node, or gives a known one another weight (from stage two on). */
  add(node: string, weight = 1): void {
    throw new Error('add is not written yet');
  }

  /** Removes a node; an unknown one changes nothing. */
  remove(node: string): void {
    throw new Error('remove is not written yet');
  }

  /** The node a key belongs to; undefined when there is none. */
  nodeFor(key: string): string | undefined {
    throw new Error('nodeFor is not written yet');
  }

  /** The last stage: the first `count` different nodes for a key, in the order in which they are met. */
  nodesFor(key: string, count: number): string[] {
    throw new Error('nodesFor is not written yet');
  }
}
