import { entriesOf, isItem } from '../../src/core/model/joinPaths.ts';
import type { PathFile } from '../../src/core/model/path.ts';

/** Path → topic of the document that path came from, in a few words → the items that answer it. */
export type SeedTopics = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Topics that nothing answers: without an item, or with one that the path does not list. */
export function findUnmapped(topics: SeedTopics, paths: readonly PathFile[]): readonly string[] {
  return Object.entries(topics).flatMap(([id, named]) => {
    const path = paths.find((candidate) => candidate.id === id);
    const listed = new Set(path && entriesOf(path).map((entry) => (isItem(entry) ? entry.id : entry)));
    return Object.entries(named)
      .filter(([, items]) => items.length === 0 || items.some((item) => !listed.has(item)))
      .map(([topic]) => `${id}: ${topic}`);
  });
}
