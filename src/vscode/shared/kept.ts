/** While something changes all the time, an answer that is a moment old is better than none. */
const mostReadings = 4;

/**
 * A value that is read when somebody asks, and kept until it is called outdated.
 *
 * Readings take their time and may end in any order. Whoever asks gets a reading that began after the last call of
 * `outdate`, also when that call comes while they wait; a reading that failed is not kept.
 *
 *     get ──▶ reads … outdate() … done, but outdated ──▶ reads again … done ──▶ the answer
 */
export class Kept<T> {
  private reading: Promise<T> | undefined;

  constructor(private readonly read: () => Promise<T>) {}

  async get(): Promise<T> {
    for (let readings = 1; ; readings++) {
      const reading = (this.reading ??= this.read());
      const isLast = () => this.reading === reading || readings === mostReadings;
      try {
        const value = await reading;
        if (isLast()) return value;
      } catch (error) {
        if (!isLast()) continue;
        if (this.reading === reading) this.reading = undefined;
        throw error;
      }
    }
  }

  outdate(): void {
    this.reading = undefined;
  }
}
