/** Says "certainly not" or "perhaps" with a few bits for each text. */
export class BloomFilter {
  /** `bits` bits; each text sets `hashes` of them, found by `hash(text, 0)`, `hash(text, 1)` and so on. */
  constructor(bits, hashes, hash) {}

  add(text) {
    throw new Error('add is not written yet');
  }

  /** False only if the text was never added. */
  mayHave(text) {
    throw new Error('mayHave is not written yet');
  }
}
