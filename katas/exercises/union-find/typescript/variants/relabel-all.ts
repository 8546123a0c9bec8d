/** Sites, numbered from 0, and the cables laid between them. */
export class Network {
  private readonly label: number[] = [];
  /** How many sites bear each label. */
  private readonly size: number[] = [];
  private count = 0;
  private most = 0;

  constructor(size: number) {
    for (let site = 0; site < size; site += 1) this.grow();
  }

  grow(): number {
    const site = this.label.length;
    this.label.push(site);
    this.size.push(1);
    this.count += 1;
    this.most = Math.max(this.most, 1);
    return site;
  }

  link(a: number, b: number): boolean {
    const from = this.labelOf(a);
    const to = this.labelOf(b);
    if (from === to) return false;
    for (let site = 0; site < this.label.length; site += 1) {
      if (this.label[site] === from) this.label[site] = to;
    }
    this.size[to] += this.size[from];
    this.most = Math.max(this.most, this.size[to]);
    this.count -= 1;
    return true;
  }

  connected(a: number, b: number): boolean {
    return this.labelOf(a) === this.labelOf(b);
  }

  groups(): number {
    return this.count;
  }

  sizeOf(site: number): number {
    return this.size[this.labelOf(site)];
  }

  largest(): number {
    return this.most;
  }

  private labelOf(site: number): number {
    if (site < 0 || site >= this.label.length) throw new RangeError(`There is no site ${site}.`);
    return this.label[site];
  }
}
