import type { Endorsement, PathCredential } from './credential.ts';
import { digestOf, pinnedDigest, withoutPin } from './digest.ts';
import type { KnownPath } from './knownPaths.ts';
import { judgePath, type PathReport } from './publisher.ts';
import { invalid, readSigned, type CredentialVerdict } from './readSigned.ts';
import { DOES_NOT_PROVE, PROVES } from './words.ts';

export type { CredentialVerdict } from './readSigned.ts';

export interface EndorsementReport {
  readonly verdict: CredentialVerdict;
  readonly by?: string;
  readonly did?: string;
  readonly comment?: string;
  /** Why it does not count. */
  readonly reasons: readonly string[];
}

export interface CredentialReport {
  readonly verdict: CredentialVerdict;
  /** Why it is not valid. */
  readonly reasons: readonly string[];
  /** What it says; only where the signatures hold, for nothing else in an invalid one can be believed. */
  readonly credential?: PathCredential;
  /** Whose path it is for. */
  readonly path?: PathReport;
  readonly digest?: string;
  /** Issuer and subject are the same key. */
  readonly selfIssued?: boolean;
  readonly endorsements: readonly EndorsementReport[];
  readonly proves: readonly string[];
  readonly doesNotProve: readonly string[];
}

/**
 * Decides from the texts alone, without network: every signature must hold and be the issuer's, the text must be exactly
 * as it was issued, and its path must be the one it says. Takes the JSON form, with both proofs, and the JWT.
 * `acceptReformatted` takes one whose values are right though an editor laid it out anew. Without `paths` of Katapath
 * none can be confirmed.
 */
export function verifyCredential(
  text: string,
  {
    paths,
    endorsements = [],
    acceptReformatted = false,
  }: { paths: readonly KnownPath[]; endorsements?: readonly string[]; acceptReformatted?: boolean },
): CredentialReport {
  const read = readSigned<PathCredential>(text, 'OpenBadgeCredential', acceptReformatted);
  const nothing = { endorsements: [], proves: [], doesNotProve: [...DOES_NOT_PROVE] };
  if (read.verdict !== 'valid') return { ...read, ...nothing };
  const { document } = read;
  const path = judgePath(document.credentialSubject.achievement, paths);
  if (path.kind === 'flawed') return { ...invalid(path.flaw), ...nothing };
  const isConfirmed = path.kind !== 'unconfirmed';
  return {
    verdict: isConfirmed ? 'valid' : 'could-not-check',
    reasons: isConfirmed ? [] : [path.words],
    credential: document,
    path,
    digest: digestOf(document),
    selfIssued: document.issuer.id === document.credentialSubject.id,
    endorsements: endorsements.map((each) => verifyEndorsement(each, document, acceptReformatted)),
    proves: [...PROVES],
    doesNotProve: [...DOES_NOT_PROVE],
  };
}

function verifyEndorsement(text: string, credential: PathCredential, acceptReformatted: boolean): EndorsementReport {
  const read = readSigned<Endorsement>(text, 'EndorsementCredential', acceptReformatted);
  if (read.verdict !== 'valid') return read;
  const { issuer, credentialSubject } = read.document;
  const reasons = [
    credentialSubject.id !== credential.id && 'it is about another credential',
    pinnedDigest(read.document) !== digestOf(credential) && 'it is about other bytes than these',
    [credential.issuer.id, credential.credentialSubject.id].includes(issuer.id) &&
      'the learner cannot endorse their own credential',
  ].filter((reason) => typeof reason === 'string');
  const about = { by: issuer.name, did: issuer.id, comment: withoutPin(credentialSubject.endorsementComment) };
  return { verdict: reasons.length > 0 ? 'invalid' : 'valid', reasons, ...about };
}
