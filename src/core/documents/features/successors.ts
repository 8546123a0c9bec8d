import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusEntry } from '../corpus/entry.ts';
import { findTarget } from '../rules/supersession.ts';

/** The records that take a record's place: those it names, and those that say so themselves. */
export function successorsOf(file: string, corpus: Corpus): CorpusEntry[] {
  const own = corpus.entry(file);
  if (!own) return [];
  const named = own.relations
    .filter(({ kind }) => kind === 'superseded-by')
    .flatMap((relation) => findTarget(corpus, own, relation) ?? []);
  const naming = corpus.entries.filter((entry) =>
    entry.relations.some((relation) => relation.kind === 'supersedes' && findTarget(corpus, entry, relation) === own),
  );
  return [...new Set([...named, ...naming])].filter((entry) => entry !== own);
}
