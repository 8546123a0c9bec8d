import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusEntry, Relation } from '../corpus/entry.ts';
import { shelfOf } from '../corpus/recordGroup.ts';

/** The record a relation means: the one at the path, else the one of the same kind with the number, nearest first. */
export function findTarget(corpus: Corpus, from: CorpusEntry, { file, number }: Relation): CorpusEntry | undefined {
  const linked = file === undefined ? undefined : corpus.entry(file);
  if (linked) return linked;
  if (number === undefined) return undefined;
  const near = corpus.group(from.kind, shelfOf(from.file)).numbered(number);
  return other(near, from) ?? other(corpus.group(from.kind).numbered(number), from);
}

const other = (entries: readonly CorpusEntry[], own: CorpusEntry) => entries.find((entry) => entry !== own);

/** Whether an entry says the relation of another one from its own side. */
export function says(corpus: Corpus, entry: CorpusEntry, kind: Relation['kind'], other: CorpusEntry): boolean {
  return entry.relations.some((relation) => relation.kind === kind && findTarget(corpus, entry, relation) === other);
}
