/** A place on the ring for a text: a whole number from 0 to 4294967295, the same on every machine. */
export type Hash = (text: string) => number;

/** Says which node a key belongs to, and moves few keys when nodes come and go. */
export class HashRing {
  private readonly hash: Hash;
  private readonly nodes = new Map<string, number>();

  constructor(hash: Hash) {
    this.hash = hash;
  }

  add(node: string): void {
    this.nodes.set(node, this.hash(node));
  }

  /** Removes a node; an unknown one changes nothing. */
  remove(node: string): void {
    this.nodes.delete(node);
  }

  /** The node a key belongs to; undefined when there is none. */
  nodeFor(key: string): string | undefined {
    const place = this.hash(key);
    const points = [...this.nodes].sort((left, right) => left[1] - right[1]);
    return (points.find((point) => point[1] >= place) ?? points[0])?.[0];
  }
}
