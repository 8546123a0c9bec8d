/** Sites, numbered from 0, and the cables laid between them. */
export class Network {
  /** The site each site points to; the root of a group points to itself. */
  parent = [];
  /** How many sites a group has. Right for roots only. */
  size = [];
  count = 0;
  most = 0;

  constructor(size) {
    for (let site = 0; site < size; site += 1) this.grow();
  }

  /** Adds a site without cables and gives its number. */
  grow() {
    const site = this.parent.length;
    this.parent.push(site);
    this.size.push(1);
    this.count += 1;
    this.most = Math.max(this.most, 1);
    return site;
  }

  /** Lays a cable. Tells whether it connected two sites that were not connected before. */
  link(a, b) {
    let large = this.root(a);
    let small = this.root(b);
    if (large === small) return false;
    if (this.size[large] < this.size[small]) [large, small] = [small, large];
    this.parent[small] = large;
    this.size[large] += this.size[small];
    this.most = Math.max(this.most, this.size[large]);
    this.count -= 1;
    return true;
  }

  /** Whether there is a way from one site to the other along cables. */
  connected(a, b) {
    return this.root(a) === this.root(b);
  }

  /** How many groups there are. */
  groups() {
    return this.count;
  }

  /** How many sites are in the group of this site, itself included. */
  sizeOf(site) {
    return this.size[this.root(site)];
  }

  /** How many sites the largest group has; 0 in a network without sites. */
  largest() {
    return this.most;
  }

  /** Follows the pointers to the root. */
  root(site) {
    if (site < 0 || site >= this.parent.length) throw new RangeError(`There is no site ${site}.`);
    let at = site;
    while (this.parent[at] !== at) at = this.parent[at];
    return at;
  }
}
