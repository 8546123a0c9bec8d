/** Each site knows the set of all members of its group; the members share one set. */
export class Network {
  private readonly group: Set<number>[] = [];

  constructor(size: number) {
    while (this.group.length < size) this.grow();
  }

  grow(): number {
    return this.group.push(new Set([this.group.length])) - 1;
  }

  link(a: number, b: number): boolean {
    const kept = this.of(a);
    const moved = this.of(b);
    if (kept === moved) return false;
    for (const site of moved) {
      kept.add(site);
      this.group[site] = kept;
    }
    return true;
  }

  connected(a: number, b: number): boolean {
    return this.of(a) === this.of(b);
  }

  groups(): number {
    return new Set(this.group).size;
  }

  sizeOf(site: number): number {
    return this.of(site).size;
  }

  largest(): number {
    return this.group.reduce((most, group) => Math.max(most, group.size), 0);
  }

  private of(site: number): Set<number> {
    const group = this.group[site];
    if (!group) throw new Error('no such site');
    return group;
  }
}
