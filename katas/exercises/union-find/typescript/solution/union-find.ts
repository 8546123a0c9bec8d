/** Sites, numbered from 0, and the cables laid between them. */
export class Network {
  /** The label of each site's group: sites with the same label are connected. */
  private readonly label: number[];

  constructor(size: number) {
    this.label = Array.from({ length: size }, (_, site) => site);
  }

  /** Lays a cable. Tells whether it connected two sites that were not connected before. */
  link(a: number, b: number): boolean {
    const from = this.label[a];
    const to = this.label[b];
    if (from === to) return false;
    for (let site = 0; site < this.label.length; site += 1) {
      if (this.label[site] === from) this.label[site] = to;
    }
    return true;
  }

  /** Whether there is a way from one site to the other along cables. */
  connected(a: number, b: number): boolean {
    return this.label[a] === this.label[b];
  }
}
