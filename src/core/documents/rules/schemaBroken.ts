import type { Rule } from './rule.ts';

/** Reported by `profiles/ownProfiles.ts` on files in `.katapath/schemas`. */
export const schemaBroken: Rule = {
  code: 'KP981',
  name: 'schema-broken',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: "A workspace's own profile is not a usable schema.",
};
