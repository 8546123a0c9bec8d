/** Remembers the cables, and takes no way over a site in between. */
export class Network {
  cables = new Set();

  constructor(size) {
    void size;
  }

  link(a, b) {
    if (this.connected(a, b)) return false;
    this.cables.add(`${a}-${b}`);
    return true;
  }

  connected(a, b) {
    return a === b || this.cables.has(`${a}-${b}`) || this.cables.has(`${b}-${a}`);
  }
}
