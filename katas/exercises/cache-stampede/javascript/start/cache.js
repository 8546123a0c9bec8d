/** Keeps what was loaded, and never loads the same thing twice at the same time. */
export class Cache {
  constructor(options) {}

  /** The value of a key: kept, or loaded. Rejects when loading fails. */
  async get(key) {
    throw new Error('get is not written yet');
  }

  /** Forgets a key: what is being loaded for it now is not kept either. */
  forget(key) {
    throw new Error('forget is not written yet');
  }
}
