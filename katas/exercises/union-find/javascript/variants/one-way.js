/** Keeps the cables, and follows them only in the direction in which they were laid. */
export class Network {
  neighbours;

  constructor(size) {
    this.neighbours = Array.from({ length: size }, () => []);
  }

  link(a, b) {
    const joins = !this.connected(a, b);
    this.neighbours[a].push(b);
    return joins;
  }

  connected(a, b) {
    const seen = new Set([a]);
    for (const site of seen) for (const next of this.neighbours[site]) seen.add(next);
    return seen.has(b);
  }
}
