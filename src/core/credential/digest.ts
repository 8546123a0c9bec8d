import { sha256Hex } from '../progress/hash.ts';
import { toCanonicalJson } from './canonical.ts';
import type { Endorsement, PathCredential } from './credential.ts';

const IN_COMMENT = /\[sha-256 of the credential without its proofs: ([0-9a-f]{64})\]$/;

/** SHA-256 without `proof`, so that the digest is the same whatever proofs are added or taken away. */
export function digestOf({ proof: _proof, ...document }: PathCredential): string {
  return sha256Hex(toCanonicalJson(document));
}

/** A comment that names the bytes it is about; the standard has no field for them. */
export function pinComment(comment: string, digest: string): string {
  return `${comment.trim()} [sha-256 of the credential without its proofs: ${digest}]`;
}

/** The digest an endorsement names, if it names one. */
export function pinnedDigest({ credentialSubject }: Endorsement): string | undefined {
  return IN_COMMENT.exec(credentialSubject.endorsementComment)?.[1];
}

/** The comment as its author typed it. */
export function withoutPin(comment: string): string {
  return comment.replace(IN_COMMENT, '').trimEnd();
}
