/** What a site belongs to. A group that was taken over knows by which one, and holds nothing itself any more. */
class Group {
  into: Group | undefined;
  sites = 1;
}

export class Network {
  readonly #groupOf: Group[] = [];
  #alive = 0;
  #record = 0;

  constructor(size: number) {
    while (this.#groupOf.length < size) this.grow();
  }

  grow(): number {
    this.#groupOf.push(new Group());
    this.#alive++;
    this.#record ||= 1;
    return this.#groupOf.length - 1;
  }

  link(a: number, b: number): boolean {
    const left = this.#find(a);
    const right = this.#find(b);
    if (left === right) return false;
    const [host, guest] = left.sites > right.sites ? [left, right] : [right, left];
    guest.into = host;
    host.sites += guest.sites;
    if (host.sites > this.#record) this.#record = host.sites;
    this.#alive--;
    return true;
  }

  connected(a: number, b: number): boolean {
    const group = this.#find(a);
    return group === this.#find(b);
  }

  groups(): number {
    return this.#alive;
  }

  sizeOf(site: number): number {
    return this.#find(site).sites;
  }

  largest(): number {
    return this.#record;
  }

  /** The group that took over all others on the way; the site remembers it, and so does every group it was asked over. */
  #find(site: number): Group {
    const group = this.#groupOf[site];
    if (group === undefined) throw new Error(`unknown site: ${String(site)}`);
    return (this.#groupOf[site] = lastOf(group));
  }
}

function lastOf(group: Group): Group {
  if (group.into === undefined) return group;
  group.into = lastOf(group.into);
  return group.into;
}
