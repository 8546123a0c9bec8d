import type { DesignDocument } from '../model/document.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Finding, Rule } from './rule.ts';

/** A document that names a profile nobody has would otherwise pass in silence. The engine reports it. */
export const unknownProfile = {
  code: 'KP991',
  name: 'unknown-profile',
  class: 'structural',
  severity: { automatic: 'error', strict: 'error' },
  summary: 'The document names a profile that does not exist.',
  report(document: DesignDocument, named: string, profiles: readonly Profile[]): Finding {
    const start = Math.max(document.text.indexOf(named), 0);
    const kin = profiles.filter(({ kind }) => kind === named.split('/')[0]);
    const known = (kin.length > 0 ? kin : profiles).map(({ id }) => id).join(', ');
    return { range: { start, end: start + named.length }, message: `There is no profile "${named}". Known: ${known}.` };
  },
} satisfies Rule & Record<string, unknown>;
