import { folderOf } from '../corpus/paths.ts';
import type { Corpus, CorpusEntry, Relation } from '../corpus/corpus.ts';

/** The record a relation means: the one at the path, else the one of the same kind with the number, nearest first. */
export function findTarget(corpus: Corpus, from: CorpusEntry, { file, number }: Relation): CorpusEntry | undefined {
  const linked = file === undefined ? undefined : corpus.entry(file);
  if (linked) return linked;
  if (number === undefined) return undefined;
  const candidates = corpus.entries.filter(
    (entry) => entry.kind === from.kind && entry.number === number && entry !== from,
  );
  return candidates.find((entry) => folderOf(entry.file) === folderOf(from.file)) ?? candidates[0];
}

/** Where a record stands among its kind: a record that is a folder (`0012-x/README.md`) stands in the folder around it. */
export function shelfOf(file: string): string {
  return /(?:^|\/)(?:index|readme)\.md$/i.test(file) ? folderOf(folderOf(file)) : folderOf(file);
}

/** Whether an entry says the relation of another one from its own side. */
export function says(corpus: Corpus, entry: CorpusEntry, kind: Relation['kind'], other: CorpusEntry): boolean {
  return entry.relations.some((relation) => relation.kind === kind && findTarget(corpus, entry, relation) === other);
}
