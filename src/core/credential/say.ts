import type { CredentialEvidence } from './credential.ts';
import type { CredentialReport } from './verify.ts';

/** The answer in a few words; the same wherever a credential is verified. */
export function headlineOf({ verdict, path, selfIssued }: CredentialReport): string {
  const words = [verdict === 'could-not-check' && path ? 'Path not confirmed' : verdicts[verdict]];
  if (selfIssued) words.push('self-issued');
  if (path?.kind === 'workspace' || path?.kind === 'unnamed') words.push('for a path that is not Katapath’s');
  return words.join(', ');
}

const verdicts = {
  valid: 'Valid',
  invalid: 'Not valid',
  'could-not-check': 'Could not be checked',
} as const;

/** What a piece of evidence is called; of a kata with what its passing is worth. */
export function titleOf({ name, genre }: CredentialEvidence): string {
  return genre === 'test-report' ? `${name} (self-checked practice)` : name;
}
