import { closest } from '../../text/spelling.ts';
import type { Rule } from './rule.ts';

/** Fields that formats of decision records and proposals know. */
const known = [
  'status',
  'date',
  'title',
  'deciders',
  'decision-makers',
  'consulted',
  'informed',
  'supersedes',
  'superseded-by',
  'authors',
  'author',
  'reviewers',
  'tags',
  'category',
  'description',
  'created',
  'updated',
  'start-date',
  'stage',
  'feature',
  'owners',
];

/** A field that is one letter away from one that tools read: `decider`, `super-seded-by`. */
export const frontMatterKey: Rule = {
  code: 'KP003',
  name: 'front-matter-key',
  class: 'structural',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'A field of the front matter is nearly one that tools read.',
  *check({ frontMatter }) {
    const present = new Set(frontMatter?.entries.map(({ key }) => key.toLowerCase()));
    for (const { key, keyRange } of frontMatter?.entries ?? []) {
      const meant = known.includes(key.toLowerCase()) ? undefined : closest(key, known, 1);
      if (!meant || present.has(meant)) continue;
      yield {
        range: keyRange,
        message: `Nobody reads a field "${key}"; "${meant}" is probably meant.`,
        fix: { title: `Rename to "${meant}"`, kind: 'safe', edits: [{ range: keyRange, text: meant }] },
      };
    }
  },
};
