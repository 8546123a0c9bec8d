import { folderOf } from '../corpus/paths.ts';
import { firstWords } from '../schema/place.ts';
import type { Rule } from './rule.ts';

/** The folder has an index, and this document is not in it. Off unless a team keeps one. */
export const indexMissing: Rule = {
  code: 'KP804',
  name: 'index-missing',
  class: 'corpus',
  severity: { automatic: 'off', strict: 'off' },
  summary: 'The index of the folder does not link to this document.',
  *check(document, { corpus, own }) {
    if (!corpus || !own) return;
    const folder = folderOf(own.file);
    const index = ['README.md', 'index.md', 'INDEX.md']
      .map((name) => (folder ? `${folder}/${name}` : name))
      .find((name) => name !== own.file && corpus.exists(name));
    const linked = index && corpus.linksOf(index);
    if (linked && !linked.has(own.file))
      yield { range: firstWords(document), message: `${index} does not list this document. Add a link to it there.` };
  },
};
