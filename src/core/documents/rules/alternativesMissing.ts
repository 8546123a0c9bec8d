import { firstWords } from '../schema/place.ts';
import { insertFixFor } from './insertSections.ts';
import { findOptions } from './options.ts';
import type { Rule } from './rule.ts';
import { isRequired } from './sectionMissing.ts';
import { isMisspelt } from './sectionMisspelt.ts';
import { isEnglish } from '../model/english.ts';

/** An option that is weighed in passing, without a section of its own. */
const WEIGHED = /\breject(?:ed|ing)\b|\binstead of\b|\bconsidered\b|\balternatives?\b/i;

/** A decision without alternatives is an announcement: the next reader will ask "why not …?". */
export const alternativesMissing: Rule = {
  code: 'KP501',
  name: 'alternatives-missing',
  class: 'structural',
  severity: { automatic: 'off', strict: 'warning' },
  summary: 'No alternative is described.',
  *check(document, context) {
    const { profile } = context;
    if (profile.kind !== 'adr' && profile.kind !== 'rfc') return;
    const isAsked = profile.sections?.some(({ key }) => key === 'alternatives');
    if (!isAsked || findOptions(context) || !isEnglish(document) || WEIGHED.test(document.prose)) return;
    // The missing or misspelt heading is reported already.
    if (isRequired(context, 'alternatives') || isMisspelt(document, context, 'alternatives')) return;
    yield {
      range: firstWords(document),
      message: 'No alternative is described. Say what else was considered, and why it was rejected.',
      ...insertFixFor('alternatives', document, context),
    };
  },
};
