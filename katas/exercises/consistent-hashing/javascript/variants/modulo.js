export class HashRing {
  hash;
  nodes = [];

  constructor(hash) {
    this.hash = hash;
  }

  add(node) {
    if (!this.nodes.includes(node)) this.nodes.push(node);
  }

  remove(node) {
    this.nodes = this.nodes.filter((other) => other !== node);
  }

  nodeFor(key) {
    return this.nodes[this.hash(key) % this.nodes.length];
  }
}
