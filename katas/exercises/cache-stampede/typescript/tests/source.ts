import { Cache, type CacheOptions } from '../cache.ts';

interface Flight {
  readonly key: string;
  arrive(value: string): void;
  fail(message: string): void;
}

/** A slow source whose answers come when the test says so, and a clock that only the test moves. */
export class Source {
  now = 0;
  readonly flights: Flight[] = [];

  readonly load = (key: string): Promise<string> =>
    new Promise((resolve, reject) => {
      this.flights.push({ key, arrive: resolve, fail: (message) => reject(new Error(message)) });
    });

  makeCache(options: Partial<CacheOptions<string>> = {}): Cache<string> {
    const { load } = this;
    return new Cache({ load, clock: () => this.now, ttlMs: 1000, jitter: 0, random: () => 0.5, ...options });
  }

  /** Lets everything happen that does not wait for the source. */
  async settle(): Promise<void> {
    for (let round = 0; round < 20; round += 1) await undefined;
  }

  /** Loads a key and lets it arrive. */
  async fill(cache: Cache<string>, key: string, value: string): Promise<void> {
    const answer = cache.get(key);
    await this.settle();
    this.flights.at(-1)!.arrive(value);
    await answer;
  }

  /** What a call gives without the source's help; "waiting" when it needs it. */
  async peek(cache: Cache<string>, key: string): Promise<string> {
    let answer = 'waiting';
    cache.get(key).then(
      (value) => (answer = value),
      (error: Error) => (answer = `error: ${error.message}`),
    );
    await this.settle();
    return answer;
  }
}

/** How a promise ends, as a text. */
export async function outcome(promise: Promise<string>): Promise<string> {
  return promise.catch((error: Error) => `error: ${error.message}`);
}
