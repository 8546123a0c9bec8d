import { folderOf } from '../corpus/paths.ts';
import type { Rule } from './rule.ts';

/** The other records of the folder state their status in another form; scripts that read one miss the other. */
export const metadataMixed: Rule = {
  code: 'KP211',
  name: 'metadata-mixed',
  class: 'corpus',
  severity: { automatic: 'off', strict: 'info' },
  summary: 'The status is stated in another form than in the other documents of the folder.',
  *check(document, { corpus, file }) {
    const own = file === undefined ? undefined : corpus?.entry(file);
    const { status } = document.metadata;
    if (!corpus || !own?.statusForm || !status) return;
    const forms = corpus.entries
      .filter((entry) => entry.kind === own.kind && folderOf(entry.file) === folderOf(own.file) && entry.statusForm)
      .map((entry) => entry.statusForm!);
    const most = [...new Set(forms)]
      .map((form) => ({ form, count: forms.filter((other) => other === form).length }))
      .sort((a, b) => b.count - a.count)[0];
    if (!most || most.form === own.statusForm || most.count < 3 || most.count * 2 <= forms.length) return;
    yield {
      range: status.labelRange,
      message: `${most.count} of ${forms.length} documents here state their status as "${most.form}"; this one as "${own.statusForm}".`,
    };
  },
};
