/** Sites, numbered from 0, and the cables laid between them. */
export class Network {
  /** The label of each site's group: sites with the same label are connected. */
  label = [];
  count = 0;

  constructor(size) {
    for (let site = 0; site < size; site += 1) this.grow();
  }

  /** Adds a site without cables and gives its number. */
  grow() {
    const site = this.label.length;
    this.label.push(site);
    this.count += 1;
    return site;
  }

  /** Lays a cable. Tells whether it connected two sites that were not connected before. */
  link(a, b) {
    const from = this.labelOf(a);
    const to = this.labelOf(b);
    if (from === to) return false;
    for (let site = 0; site < this.label.length; site += 1) {
      if (this.label[site] === from) this.label[site] = to;
    }
    this.count -= 1;
    return true;
  }

  /** Whether there is a way from one site to the other along cables. */
  connected(a, b) {
    return this.labelOf(a) === this.labelOf(b);
  }

  /** How many groups there are. */
  groups() {
    return this.count;
  }

  /** How many sites are in the group of this site, itself included. */
  sizeOf(site) {
    const wanted = this.labelOf(site);
    return this.label.filter((label) => label === wanted).length;
  }

  /** How many sites the largest group has; 0 in a network without sites. */
  largest() {
    let most = 0;
    for (let site = 0; site < this.label.length; site += 1) most = Math.max(most, this.sizeOf(site));
    return most;
  }

  labelOf(site) {
    if (site < 0 || site >= this.label.length) throw new RangeError(`There is no site ${site}.`);
    return this.label[site];
  }
}
