import { deduplicate } from '../deduplicate.ts';

/** `n` ascending numbers: half of them repeats, all of them different, or all of them equal. */
export function prepare(n: number, order: string, random: () => number): number[] {
  const chanceOfRepeat: Record<string, number> = { ascending: 0, descending: 1 };
  const items: number[] = [];
  let value = 0;
  for (let place = 0; place < n; place += 1) {
    if (random() >= (chanceOfRepeat[order] ?? 0.5)) value += 1;
    items.push(value);
  }
  return items;
}

export function run(items: number[]): unknown {
  return deduplicate(items);
}
