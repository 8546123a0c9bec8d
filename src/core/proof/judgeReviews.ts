import { sha256Hex } from '../progress/hash.ts';
import type { ReviewRecorded } from '../model/event.ts';
import { findSigner, type AllowedSigner } from './allowedSigners.ts';
import { NAMESPACE, parseReview, type ReviewFile, type ReviewRequestFile } from './reviewFiles.ts';
import { fingerprintOf, toSshPublicKey } from './sshKey.ts';
import { checkSshSignature } from './sshSignature.ts';

export interface SignedText {
  readonly name: string;
  readonly text: string;
  readonly signature: string | undefined;
}

export interface JudgedReview {
  readonly name: string;
  /** What to record; absent when the review does not count. */
  readonly event?: ReviewRecorded;
  /** Why it does not count. */
  readonly reason?: string;
  readonly remarks: ReviewFile['remarks'];
}

interface Counted {
  readonly name: string;
  readonly review: ReviewFile;
  readonly digest: string;
  readonly reviewer: string;
  readonly key: string;
}

/**
 * Decides from files alone which reviews count. The signature must be good and made for this purpose, the key allowed
 * then and not the learner's, and the review about this very request and tree. A blocking remark stays open until the
 * one who made it resolves it.
 *
 * `signers` never come from the branch under review: whoever writes there could allow themselves.
 */
export function judgeReviews({
  request,
  requestText,
  reviews,
  signers,
  learnerKeys,
}: {
  request: ReviewRequestFile;
  requestText: string;
  reviews: readonly SignedText[];
  signers: readonly AllowedSigner[];
  /** Public keys of the learner, as `ssh-ed25519 AAAA…`. */
  learnerKeys: readonly string[];
}): JudgedReview[] {
  const requestDigest = sha256Hex(requestText);
  const counted: Counted[] = [];
  const refused: JudgedReview[] = [];
  for (const { name, text, signature } of reviews) {
    const review = parseReview(text);
    const found = review
      ? whoSigned(text, signature, { signers, learnerKeys, at: Date.parse(review.at) })
      : { reason: 'it is no review that can be read' };
    const reason = 'reason' in found ? found.reason : findMismatch(review!, request, requestDigest);
    if (reason !== undefined) refused.push({ name, reason, remarks: review?.remarks ?? [] });
    else
      counted.push({ name, review: review!, digest: sha256Hex(text), ...(found as { reviewer: string; key: string }) });
  }
  return [...withOpenRemarks(request.outcome, requestDigest, counted), ...refused];
}

function whoSigned(
  text: string,
  signature: string | undefined,
  { signers, learnerKeys, at }: { signers: readonly AllowedSigner[]; learnerKeys: readonly string[]; at: number },
): { reviewer: string; key: string } | { reason: string } {
  if (signature === undefined) return { reason: 'it is not signed' };
  const checked = checkSshSignature(text, signature, NAMESPACE);
  if ('flaw' in checked) return { reason: checked.flaw };
  const key = toSshPublicKey(checked.publicKey);
  if (learnerKeys.includes(key)) return { reason: 'it is signed with the learner’s own key' };
  const signer = findSigner(signers, { key, namespace: NAMESPACE, at });
  const print = fingerprintOf(checked.publicKey);
  if (!signer) return { reason: `the key ${print} is not one you allowed to review, or was not at that time` };
  return { reviewer: signer.name, key: print };
}

function findMismatch(review: ReviewFile, request: ReviewRequestFile, requestDigest: string): string | undefined {
  if (review.request !== requestDigest) return 'it is about another request';
  if (review.commit !== request.commit || review.tree !== request.tree)
    return 'it is about another version of the work';
  return undefined;
}

/** In the order they were made, each with the blocking remarks its author still holds open then. */
function withOpenRemarks(outcome: string, request: string, counted: readonly Counted[]): JudgedReview[] {
  const open = new Map<string, Set<string>>();
  const inOrder = [...counted].sort((a, b) => (a.review.at + a.name < b.review.at + b.name ? -1 : 1));
  return inOrder.map(({ name, review, digest, reviewer, key }) => {
    const own = open.get(key) ?? new Set<string>();
    open.set(key, own);
    for (const id of review.resolves) own.delete(id);
    for (const { id, label } of review.remarks) if (label === 'BLOCKING') own.add(id);
    const { commit, tree, verdict, remarks } = review;
    return {
      name,
      remarks,
      event: {
        type: 'review.recorded',
        outcome,
        request,
        reviewer,
        attestation: 'signed',
        verdict,
        blocking: own.size,
        commit,
        tree,
        file: digest,
        key,
      },
    };
  });
}
