/** Labels, and for each label its members: the fewer members get the label of the others. */
export class Network {
  label = [];
  members = [];
  count = 0;
  most = 0;

  constructor(size) {
    for (let site = 0; site < size; site += 1) this.grow();
  }

  grow() {
    const site = this.label.length;
    this.label.push(site);
    this.members.push([site]);
    this.count += 1;
    if (this.most === 0) this.most = 1;
    return site;
  }

  link(a, b) {
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

  connected(a, b) {
    return this.labelOf(a) === this.labelOf(b);
  }

  groups() {
    return this.count;
  }

  sizeOf(site) {
    return this.members[this.labelOf(site)].length;
  }

  largest() {
    return this.most;
  }

  labelOf(site) {
    const label = this.label[site];
    if (label === undefined) throw new Error('no such site');
    return label;
  }
}
