/** Labels, and for each label its members: the fewer members get the label of the others. */
export class Network {
  private readonly label: number[] = [];
  private readonly members: number[][] = [];
  private count = 0;
  private most = 0;

  constructor(size: number) {
    for (let site = 0; site < size; site += 1) this.grow();
  }

  grow(): number {
    const site = this.label.length;
    this.label.push(site);
    this.members.push([site]);
    this.count += 1;
    if (this.most === 0) this.most = 1;
    return site;
  }

  link(a: number, b: number): boolean {
    let kept = this.labelOf(a);
    let lost = this.labelOf(b);
    if (kept === lost) return false;
    if (this.members[kept].length < this.members[lost].length) [kept, lost] = [lost, kept];
    for (const site of this.members[lost]) {
      this.label[site] = kept;
      this.members[kept].push(site);
    }
    this.members[lost] = [];
    this.most = Math.max(this.most, this.members[kept].length);
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
    return this.members[this.labelOf(site)].length;
  }

  largest(): number {
    return this.most;
  }

  private labelOf(site: number): number {
    const label = this.label[site];
    if (label === undefined) throw new Error('no such site');
    return label;
  }
}
