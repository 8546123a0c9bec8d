import { HumanError } from '../errors.ts';
import { toCanonicalJson } from './canonical.ts';
import { CONTEXTS } from './contexts.ts';
import type { Endorsement, PathCredential } from './credential.ts';
import { signDocument, toSeconds } from './dataIntegrity.ts';
import { digestOf, pinComment } from './digest.ts';
import type { SigningKey } from './key.ts';
import { readSigned } from './readSigned.ts';

/**
 * A second document in which someone else speaks for a credential: never a second proof on it, for verifiers accept a
 * credential whose second proof is garbage. It names the credential and the digest of its bytes.
 *
 * @throws HumanError when the credential is not valid, or is the endorser's own.
 */
export async function endorseCredential({
  text,
  key,
  name,
  comment,
  now,
  id,
}: {
  text: string;
  key: SigningKey;
  name: string;
  comment: string;
  now: number;
  id: string;
}): Promise<string> {
  const read = readSigned<PathCredential>(text, 'OpenBadgeCredential', true);
  if (read.verdict !== 'valid') {
    throw new HumanError(`This credential is not valid: ${read.reasons.join('; ')}.`, {
      next: 'Ask the learner for the file as it was issued.',
    });
  }
  const credential = read.document;
  if (credential.issuer.id === key.did || credential.credentialSubject.id === key.did) {
    throw new HumanError('This is your own credential, signed with the key of this computer.', {
      next: 'An endorsement is somebody else’s word: send the file to your mentor.',
    });
  }
  const endorsement: Endorsement = {
    '@context': CONTEXTS,
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: `Endorsement of ${credential.name}`,
    issuer: { id: key.did, type: ['Profile'], name },
    validFrom: toSeconds(now),
    credentialSubject: {
      id: credential.id,
      type: ['EndorsementSubject'],
      endorsementComment: pinComment(comment, digestOf(credential)),
    },
  };
  return toCanonicalJson(signDocument(endorsement, key, now));
}
