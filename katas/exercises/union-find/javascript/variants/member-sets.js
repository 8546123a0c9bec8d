/** Each site knows the set of all members of its group; the members share one set. */
export class Network {
  group = [];

  constructor(size) {
    while (this.group.length < size) this.grow();
  }

  grow() {
    return this.group.push(new Set([this.group.length])) - 1;
  }

  link(a, b) {
    const kept = this.of(a);
    const moved = this.of(b);
    if (kept === moved) return false;
    for (const site of moved) {
      kept.add(site);
      this.group[site] = kept;
    }
    return true;
  }

  connected(a, b) {
    return this.of(a) === this.of(b);
  }

  groups() {
    return new Set(this.group).size;
  }

  sizeOf(site) {
    return this.of(site).size;
  }

  largest() {
    return this.group.reduce((most, group) => Math.max(most, group.size), 0);
  }

  of(site) {
    const group = this.group[site];
    if (!group) throw new Error('no such site');
    return group;
  }
}
