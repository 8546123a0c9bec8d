/** How long one stretch of background work may go on: a key pressed meanwhile must not be felt. */
const sliceMs = 12;

/** Cuts long work into short stretches, so that the editor gets its turn in between. */
export class Turns {
  private since = Date.now();

  /** To be awaited after each small step; goes on at once while the stretch is short. */
  async give(): Promise<void> {
    if (Date.now() - this.since <= sliceMs) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.since = Date.now();
  }
}
