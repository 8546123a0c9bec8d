import { HashRing } from '../hash-ring.ts';

const rounds = 64;

interface Input {
  ring: HashRing;
  keys: string[];
}

/** Where a text stands: "a#3" at 6000, "b#3" at 7000, "k17" at 17. */
function place(text: string): number {
  const number = Number(text.replace(/\D/g, ''));
  if (text.startsWith('k')) return number;
  return number * 2000 + (text.startsWith('b') ? 1000 : 0);
}

/** A ring of `n` points, and keys in its middle, near its end or anywhere. */
export function prepare(n: number, order: string, random: () => number): Input {
  const ring = new HashRing(place, n / 2);
  ring.add('a');
  ring.add('b');
  const keys = Array.from({ length: rounds }, (_, round) => {
    if (order === 'random') return `k${Math.floor(random() * n) * 1000 + 500}`;
    return order === 'ascending' ? `k${Math.floor(n / 2) * 1000 + round}` : `k${n * 1000 - round}`;
  });
  return { ring, keys };
}

/** As many keys whatever `n` is: what grows is the cost of one of them. */
export function run({ ring, keys }: Input): void {
  for (const key of keys) ring.nodeFor(key);
}
