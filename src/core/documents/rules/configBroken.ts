import type { Rule } from './rule.ts';

/** Reported by `config/readConfig.ts` on `.katapath/config.json`. */
export const configBroken: Rule = {
  code: 'KP980',
  name: 'config-broken',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'The configuration cannot be read, or names what does not exist.',
};
