import { LruCache } from '../lru-cache.ts';

const rounds = 64;

interface Input {
  cache: LruCache<number, number>;
  n: number;
  places: number[];
}

/** A full cache of `n` entries, and the places at which it will be used. */
export function prepare(n: number, order: string, random: () => number): Input {
  const cache = new LruCache<number, number>(n);
  for (let key = 0; key < n; key += 1) cache.put(key, key);
  const places = Array.from({ length: rounds }, (_, round) => {
    if (order === 'random') return Math.floor(random() * n);
    return order === 'ascending' ? Math.floor(n / 2) + round : n - 1 - round;
  });
  return { cache, n, places };
}

/** As many calls whatever `n` is: what grows is the cost of one of them. */
export function run({ cache, n, places }: Input): void {
  for (const [round, place] of places.entries()) {
    cache.get(place);
    cache.peek(place);
    cache.put(place, round);
    cache.put(n + round, round);
    cache.delete(n + round);
    cache.put(2 * n + round, round);
    cache.get(-1);
  }
}
