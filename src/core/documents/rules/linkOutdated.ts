import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusEntry } from '../corpus/entry.ts';
import { resolvePath, toRelative } from '../corpus/paths.ts';
import { meaningOf, type StatusMeaning } from '../model/vocabulary.ts';
import type { Rule } from './rule.ts';
import { findTarget, says } from './supersession.ts';

/** What holds no more. */
const outdated: readonly (StatusMeaning | undefined)[] = ['superseded', 'deprecated'];

/** A link to a record that holds no more, from one that does: the reader follows a decision that was taken back. */
export const linkOutdated: Rule = {
  code: 'KP608',
  name: 'link-outdated',
  class: 'corpus',
  severity: { automatic: 'hint', strict: 'hint' },
  summary: 'A link leads to a document that is superseded or deprecated.',
  *check(document, { corpus, own }) {
    if (!corpus || !own || isOutdated(own)) return;
    for (const { kind, target, range, targetRange } of document.links) {
      if (kind === 'reference' || kind === 'image' || /^(?:[a-z][a-z\d+.-]*:|#)/i.test(target)) continue;
      const place = resolvePath(own.file, target.replace(/[#?].*$/, ''));
      const linked = place === undefined ? undefined : corpus.entry(place);
      const state = linked && linked !== own && isOutdated(linked);
      if (!state || isSuccession(corpus, own, linked)) continue;
      const now = findSuccessor(corpus, linked);
      const better = now && now !== own ? toRelative(own.file, now.file) : undefined;
      yield {
        range,
        message: `${linked.file} is ${state}. Link what holds now${better ? `, ${now!.file},` : ''} or say that this is history.`,
        tags: ['deprecated'],
        ...(better && {
          fix: { title: `Link ${better} instead`, kind: 'scaffold', edits: [{ range: targetRange, text: better }] },
          related: [{ file: now!.file, range: { start: 0, end: 0 }, message: 'This one holds now.' }],
        }),
      };
    }
  },
};

/** Its state in a word, when it holds no more. */
function isOutdated({ status }: CorpusEntry): string | undefined {
  const meaning = status === undefined ? undefined : meaningOf(status);
  return outdated.includes(meaning) ? meaning : undefined;
}

/** One of them has taken the other's place and says so: then the link is the way back. */
function isSuccession(corpus: Corpus, own: CorpusEntry, linked: CorpusEntry): boolean {
  return says(corpus, own, 'supersedes', linked) || says(corpus, linked, 'superseded-by', own);
}

function findSuccessor(corpus: Corpus, entry: CorpusEntry): CorpusEntry | undefined {
  const next = entry.relations.find(({ kind }) => kind === 'superseded-by');
  return next && findTarget(corpus, entry, next);
}
