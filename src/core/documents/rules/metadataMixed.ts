import { shelfOf } from '../corpus/recordGroup.ts';
import type { Rule } from './rule.ts';

/** The other records of the folder state their status in another form; scripts that read one miss the other. */
export const metadataMixed: Rule = {
  code: 'KP211',
  name: 'metadata-mixed',
  class: 'corpus',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'The status is stated in another form than in the other documents of the folder.',
  *check(document, { corpus, own }) {
    const { status } = document.metadata;
    if (!corpus || !own?.statusForm || !status) return;
    const forms = [...corpus.group(own.kind, shelfOf(own.file)).statusForms];
    const all = forms.reduce((sum, [, count]) => sum + count, 0);
    const [most] = forms.sort(([, a], [, b]) => b - a);
    if (!most) return;
    const [form, count] = most;
    if (form === own.statusForm || count < 3 || count * 2 <= all) return;
    yield {
      range: status.labelRange,
      message: `${count} of ${all} documents here state their status as "${form}"; this one as "${own.statusForm}". Write it the same way.`,
    };
  },
};
