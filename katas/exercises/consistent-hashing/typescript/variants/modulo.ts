/** A place on the ring for a text: a whole number from 0 to 4294967295, the same on every machine. */
export type Hash = (text: string) => number;

export class HashRing {
  private readonly hash: Hash;
  private nodes: string[] = [];

  constructor(hash: Hash) {
    this.hash = hash;
  }

  add(node: string): void {
    if (!this.nodes.includes(node)) this.nodes.push(node);
  }

  remove(node: string): void {
    this.nodes = this.nodes.filter((other) => other !== node);
  }

  nodeFor(key: string): string | undefined {
    return this.nodes[this.hash(key) % this.nodes.length];
  }
}
