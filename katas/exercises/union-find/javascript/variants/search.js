/** Keeps the cables, and searches them for every question. */
export class Network {
  neighbours;

  constructor(size) {
    this.neighbours = Array.from({ length: size }, () => []);
  }

  link(a, b) {
    const joins = !this.connected(a, b);
    this.neighbours[a].push(b);
    this.neighbours[b].push(a);
    return joins;
  }

  connected(a, b) {
    const seen = new Set([a]);
    for (const site of seen) for (const next of this.neighbours[site]) seen.add(next);
    return seen.has(b);
  }
}
