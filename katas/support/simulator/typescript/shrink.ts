/**
 * Leaves out as much of a failing list as it can (delta debugging): large pieces first, then smaller ones, until nothing
 * more can go. What is left still fails.
 */
export function shrink<Item>(
  items: readonly Item[],
  stillFails: (candidate: readonly Item[]) => boolean,
): readonly Item[] {
  if (items.length === 0 || stillFails([])) return [];
  let current = items;
  let size = Math.ceil(items.length / 2);
  for (;;) {
    const before = current.length;
    for (let start = 0; start < current.length;) {
      const candidate = [...current.slice(0, start), ...current.slice(start + size)];
      if (candidate.length > 0 && stillFails(candidate)) current = candidate;
      else start += size;
    }
    if (size === 1 && current.length === before) return current;
    size = Math.max(1, Math.floor(size / 2));
  }
}
