import { Cache } from '../cache.js';

/** A slow source whose answers come when the test says so, and a clock that only the test moves. */
export class Source {
  now = 0;
  flights = [];

  load = (key) =>
    new Promise((resolve, reject) => {
      this.flights.push({ key, arrive: resolve, fail: (message) => reject(new Error(message)) });
    });

  makeCache(options = {}) {
    const { load } = this;
    return new Cache({ load, clock: () => this.now, ttlMs: 1000, jitter: 0, random: () => 0.5, ...options });
  }

  /** Lets everything happen that does not wait for the source. */
  async settle() {
    for (let round = 0; round < 20; round += 1) await undefined;
  }

  /** Loads a key and lets it arrive. */
  async fill(cache, key, value) {
    const answer = cache.get(key);
    await this.settle();
    this.flights.at(-1).arrive(value);
    await answer;
  }

  /** What a call gives without the source's help; "waiting" when it needs it. */
  async peek(cache, key) {
    let answer = 'waiting';
    cache.get(key).then(
      (value) => (answer = value),
      (error) => (answer = `error: ${error.message}`),
    );
    await this.settle();
    return answer;
  }
}

/** How a promise ends, as a text. */
export async function outcome(promise) {
  return promise.catch((error) => `error: ${error.message}`);
}
