/** Says "certainly not" or "perhaps" with a few bits for each text. */
export class BloomFilter {
  /** `bits` bits; each text sets `hashes` of them, found by `hash(text, 0)`, `hash(text, 1)` and so on. */
  constructor(bits: number, hashes: number, hash: (text: string, seed: number) => number) {}

  add(text: string): void {
    throw new Error('add is not written yet');
  }

  /** False only if the text was never added. */
  mayHave(text: string): boolean {
    throw new Error('mayHave is not written yet');
  }
}
