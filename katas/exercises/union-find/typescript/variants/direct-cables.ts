/** Remembers the cables, and takes no way over a site in between. */
export class Network {
  private readonly cables = new Set<string>();

  constructor(size: number) {
    void size;
  }

  link(a: number, b: number): boolean {
    if (this.connected(a, b)) return false;
    this.cables.add(`${a}-${b}`);
    return true;
  }

  connected(a: number, b: number): boolean {
    return a === b || this.cables.has(`${a}-${b}`) || this.cables.has(`${b}-${a}`);
  }
}
