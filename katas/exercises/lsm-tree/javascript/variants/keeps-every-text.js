export class BloomFilter {
  texts = new Set();
  hashes;
  hash;

  constructor(_bits, hashes, hash) {
    this.hashes = hashes;
    this.hash = hash;
  }

  add(text) {
    for (let seed = 0; seed < this.hashes; seed += 1) this.hash(text, seed);
    this.texts.add(text);
  }

  mayHave(text) {
    return this.texts.has(text);
  }
}
