import { firstWords } from '../schema/place.ts';
import type { Rule } from './rule.ts';

/** A decision without alternatives is an announcement: the next reader will ask "why not …?". */
export const alternativesMissing: Rule = {
  code: 'KP501',
  name: 'alternatives-missing',
  class: 'structural',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'No alternative is described.',
  *check(document, { profile, section }) {
    if (profile.kind !== 'adr' && profile.kind !== 'rfc') return;
    const isAsked = profile.sections?.some(({ key }) => key === 'alternatives');
    if (
      !isAsked ||
      section('alternatives') ||
      /\breject(?:ed|ing)\b|\binstead of\b|\bconsidered\b/i.test(document.prose)
    )
      return;
    yield {
      range: firstWords(document),
      message: 'No alternative is described. Say what else was considered, and why it was rejected.',
    };
  },
};
