import { deduplicate } from '../deduplicate.js';

/** `n` ascending numbers: half of them repeats, all of them different, or all of them equal. */
export function prepare(n, order, random) {
  const chanceOfRepeat = { ascending: 0, descending: 1 };
  const items = [];
  let value = 0;
  for (let place = 0; place < n; place += 1) {
    if (random() >= (chanceOfRepeat[order] ?? 0.5)) value += 1;
    items.push(value);
  }
  return items;
}

export function run(items) {
  return deduplicate(items);
}
