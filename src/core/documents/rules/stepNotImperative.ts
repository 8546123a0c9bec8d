import { itemsOf } from '../model/shape.ts';
import type { Rule } from './rule.ts';
import { firstLine } from '../../text/lines.ts';

const NARRATIVE =
  /^(?:you (?:should|can|may|might|could|will)|we (?:should|can|will|then)|it (?:is|may|might)|this|there (?:is|are)|maybe|perhaps|possibly)\b/i;

/** A step that tells a story: at three in the morning it must say what to do. */
export const stepNotImperative: Rule = {
  code: 'KP901',
  name: 'step-not-imperative',
  class: 'prose',
  severity: { automatic: 'off', strict: 'hint' },
  summary: 'A step does not begin with what to do.',
  *check(document, { profile, section }) {
    const steps = profile.kind === 'runbook' ? (section('steps') ?? section('mitigation')) : undefined;
    if (!steps) return;
    for (const { form, words } of itemsOf(document.text, steps)) {
      if (form !== 'number' || !NARRATIVE.test(document.slice(words))) continue;
      yield {
        range: firstLine(document.text, words),
        message: 'Begin the step with what to do: "Restart …", "Check that …".',
      };
    }
  },
};
