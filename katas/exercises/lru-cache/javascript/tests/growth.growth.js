import { LruCache } from '../lru-cache.js';

const rounds = 64;

/** A full cache of `n` entries, and the places at which it will be used. */
export function prepare(n, order, random) {
  const cache = new LruCache(n);
  for (let key = 0; key < n; key += 1) cache.put(key, key);
  const places = Array.from({ length: rounds }, (_, round) => {
    if (order === 'random') return Math.floor(random() * n);
    return order === 'ascending' ? Math.floor(n / 2) + round : n - 1 - round;
  });
  return { cache, n, places };
}

/** As many calls whatever `n` is: what grows is the cost of one of them. */
export function run({ cache, n, places }) {
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
