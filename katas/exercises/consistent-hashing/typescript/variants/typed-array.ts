type Hash = (text: string) => number;

/** The places in a typed array beside the owners, bisected recursively; replicas by a generator that walks the ring. */
export class HashRing {
  private readonly weights = new Map<string, number>();
  private places = new Float64Array(0);
  private owners: string[] = [];
  private readonly hash: Hash;
  private readonly perWeight: number;

  constructor(hash: Hash, points = 1) {
    this.hash = hash;
    this.perWeight = points;
  }

  add(node: string, weight = 1): void {
    this.weights.set(node, weight);
    this.rebuild();
  }

  remove(node: string): void {
    if (this.weights.delete(node)) this.rebuild();
  }

  nodeFor(key: string): string | undefined {
    return this.owners[this.bisect(this.hash(key), 0, this.places.length) % Math.max(1, this.places.length)];
  }

  nodesFor(key: string, count: number): string[] {
    const nodes: string[] = [];
    if (count > 0)
      for (const node of this.walk(this.hash(key))) {
        if (!nodes.includes(node)) nodes.push(node);
        if (nodes.length === count) break;
      }
    return nodes;
  }

  private *walk(place: number): Generator<string> {
    const first = this.bisect(place, 0, this.places.length);
    yield* this.owners.slice(first);
    yield* this.owners.slice(0, first);
  }

  private bisect(place: number, low: number, high: number): number {
    if (low === high) return low;
    const middle = Math.floor((low + high) / 2);
    return this.places[middle]! >= place ? this.bisect(place, low, middle) : this.bisect(place, middle + 1, high);
  }

  private rebuild(): void {
    const points: [number, string][] = [];
    for (const [node, weight] of this.weights)
      for (let number = 0; number < weight * this.perWeight; number += 1)
        points.push([this.hash(number > 0 ? `${node}#${number}` : node), node]);
    points.sort(([left], [right]) => left - right);
    this.places = Float64Array.from(points, ([place]) => place);
    this.owners = points.map(([, node]) => node);
  }
}
