import type { Item, ItemEntry, LearningPath, PathFile } from './path.ts';

/**
 * Puts each item in its places, and the paths in their order. An id that is written out nowhere is left out here, and
 * reported by `katapath content check`.
 */
export function joinPaths(files: readonly PathFile[]): readonly LearningPath[] {
  const items = new Map(
    files.flatMap(entriesOf).flatMap((entry) => (isItem(entry) ? [[entry.id, entry] as const] : [])),
  );
  const place = (entries: readonly ItemEntry[]): readonly Item[] =>
    entries.map((entry) => (isItem(entry) ? entry : items.get(entry))).filter((item) => item !== undefined);
  return files
    .map((file) => ({
      ...file,
      steps: file.steps.map((step) => ({ ...step, items: place(step.items) })),
      resources: place(file.resources),
    }))
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || a.id.localeCompare(b.id));
}

/** Everything a path lists, in its order. */
export function entriesOf({ steps, resources }: PathFile): readonly ItemEntry[] {
  return [...steps.flatMap(({ items }) => items), ...resources];
}

export function isItem(entry: ItemEntry): entry is Item {
  return typeof entry !== 'string';
}
