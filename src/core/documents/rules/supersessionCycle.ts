import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusEntry, Relation } from '../corpus/entry.ts';
import type { DesignDocument } from '../model/document.ts';
import { findTarget } from './supersession.ts';
import type { Rule } from './rule.ts';

/** A supersedes B, which supersedes A: none of them holds. Nor does a record that is superseded by itself. */
export const supersessionCycle: Rule = {
  code: 'KP604',
  name: 'supersession-cycle',
  class: 'corpus',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'Documents supersede each other in a circle.',
  *check(document, { corpus, own }) {
    if (!corpus || !own) return;
    for (const relation of own.relations) {
      if (isItself(document, corpus, own, relation)) {
        const words = relation.kind === 'superseded-by' ? 'is superseded by itself' : 'supersedes itself';
        yield { range: relation.range, message: `This ${words}. Name the other document that is meant.` };
        continue;
      }
      const next: CorpusEntry | undefined =
        relation.kind === 'superseded-by' ? findTarget(corpus, own, relation) : undefined;
      const circle = next && next !== own && followUntil(corpus, next, own);
      if (!circle) continue;
      const names = [own, ...circle].map(({ number, title }) => (number === undefined ? title : String(number)));
      yield {
        range: relation.range,
        message: `This is superseded in a circle: ${names.join(' → ')}. One of them must hold.`,
      };
    }
  },
};

/** A relation that leads nowhere else: a link to its own file, or its own number behind its own kind, as in "ADR 6". */
function isItself(document: DesignDocument, corpus: Corpus, own: CorpusEntry, relation: Relation): boolean {
  const { kind, file, number, range } = relation;
  if (kind === 'amends') return false;
  if (file !== undefined) return file === own.file;
  const isOwn = number === own.number && document.slice(range).toLowerCase().startsWith(own.kind);
  return isOwn && !findTarget(corpus, own, relation);
}

/** A longer circle is nobody's; a chain of thousands must not be walked from each of its records. */
const LONGEST = 100;

/** The way along "superseded by" from one record back to another; undefined when it does not lead there. */
function followUntil(corpus: Corpus, from: CorpusEntry, goal: CorpusEntry): CorpusEntry[] | undefined {
  const way = [from];
  const seen = new Set(way);
  for (let at = from; at !== goal && way.length <= LONGEST;) {
    const next: CorpusEntry | undefined = at.relations
      .filter(({ kind }) => kind === 'superseded-by')
      .map((relation) => findTarget(corpus, at, relation))
      .find(Boolean);
    if (!next || seen.has(next)) return undefined;
    way.push(next);
    seen.add(next);
    at = next;
  }
  return way.at(-1) === goal ? way : undefined;
}
