export class BloomFilter {
  private readonly texts = new Set<string>();
  private readonly hashes: number;
  private readonly hash: (text: string, seed: number) => number;

  constructor(_bits: number, hashes: number, hash: (text: string, seed: number) => number) {
    this.hashes = hashes;
    this.hash = hash;
  }

  add(text: string): void {
    for (let seed = 0; seed < this.hashes; seed += 1) this.hash(text, seed);
    this.texts.add(text);
  }

  mayHave(text: string): boolean {
    return this.texts.has(text);
  }
}
