/** The bits are one large number. */
export class BloomFilter {
  private bits = 0n;
  private readonly masks: (text: string) => bigint;

  constructor(bits: number, hashes: number, hash: (text: string, seed: number) => number) {
    this.masks = (text) => {
      let mask = 0n;
      for (let seed = 0; seed < hashes; seed += 1) mask |= 1n << BigInt(hash(text, seed) % bits);
      return mask;
    };
  }

  add(text: string): void {
    this.bits |= this.masks(text);
  }

  mayHave(text: string): boolean {
    const mask = this.masks(text);
    return (this.bits & mask) === mask;
  }
}
