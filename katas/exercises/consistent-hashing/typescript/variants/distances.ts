/** A place on the ring for a text: a whole number from 0 to 4294967295, the same on every machine. */
export type Hash = (text: string) => number;

/** No order is kept: the node with the shortest way up from the key is looked for each time. */
export class HashRing {
  private readonly points = new Map<string, number[]>();
  private readonly hash: Hash;
  private readonly count: number;

  constructor(hash: Hash, count = 1) {
    this.hash = hash;
    this.count = count;
  }

  add(node: string, weight = 1): void {
    const names = Array.from({ length: this.count * weight }, (_, at) => (at ? `${node}#${at}` : node));
    this.points.set(node, names.map(this.hash));
  }

  remove(node: string): void {
    this.points.delete(node);
  }

  nodeFor(key: string): string | undefined {
    const place = this.hash(key);
    let best: string | undefined;
    let shortest = Infinity;
    for (const [node, places] of this.points)
      for (const at of places) {
        const way = (at - place + 2 ** 32) % 2 ** 32;
        if (way < shortest) [best, shortest] = [node, way];
      }
    return best;
  }
}
