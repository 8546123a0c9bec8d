/** Says "certainly not" or "perhaps" with a few bits for each text. */
export class BloomFilter {
  bits;
  size;
  hashes;
  hash;

  /** `bits` bits; each text sets `hashes` of them, found by `hash(text, 0)`, `hash(text, 1)` and so on. */
  constructor(bits, hashes, hash) {
    this.size = bits;
    this.bits = new Uint8Array(Math.ceil(bits / 8));
    this.hashes = hashes;
    this.hash = hash;
  }

  add(text) {
    for (const place of this.places(text)) this.bits[place >> 3] |= 1 << (place & 7);
  }

  /** False only if the text was never added. */
  mayHave(text) {
    return this.places(text).every((place) => (this.bits[place >> 3] & (1 << (place & 7))) !== 0);
  }

  places(text) {
    return Array.from({ length: this.hashes }, (_, seed) => this.hash(text, seed) % this.size);
  }
}
