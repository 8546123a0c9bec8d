/**
 * Tells an answer that is still wanted from one that a later question has overtaken. Ask before the wait, look after it:
 *
 *     const isWanted = this.latest.ask(key);
 *     const text = await read();
 *     if (isWanted()) show(text);
 */
export class Latest {
  private readonly turns = new Map<string, symbol>();

  /** Answers to questions of other keys are nobody's business here. */
  ask(key = ''): () => boolean {
    const turn = Symbol(key);
    this.turns.set(key, turn);
    return () => this.turns.get(key) === turn;
  }

  /** No answer that is still out is wanted any more. */
  end(): void {
    this.turns.clear();
  }
}
