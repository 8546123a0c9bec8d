import type { ReviewNeed } from '../model/path.ts';
import type { ReviewRecorded } from '../model/event.ts';
import type { OutcomeProgress } from './ledger.ts';

export interface Approval {
  readonly reviewer: string;
  readonly attestation: 'signed' | 'github';
  readonly at: string;
  readonly url?: string;
}

/** How far the review that an outcome needs has come. */
export interface ReviewState {
  readonly state: 'not-requested' | 'waiting' | 'changes-requested' | 'stale' | 'approved';
  /** Approvals the path asks for. */
  readonly needed: number;
  /** Those that count. */
  readonly approvals: readonly Approval[];
  /** BLOCKING remarks still open, of all reviewers. */
  readonly blocking: number;
  /** Ready to print: "waiting for a review", "2 blocking remarks are open". */
  readonly words: string;
}

type Review = ReviewRecorded & { readonly at: string };

/**
 * What the recorded reviews come to. The last word of each reviewer counts, a later comment without a verdict does not
 * withdraw an approval, and an approval of earlier work is stale: it names another request, another tree, or was given
 * before the evidence changed.
 */
export function reviewState(need: ReviewNeed, outcome: OutcomeProgress | undefined): ReviewState {
  const latest = lastWords((outcome?.reviews ?? []).filter((review) => isOfClass(review, need)));
  const blocking = latest.reduce((sum, { open }) => sum + open, 0);
  const approving = latest.filter(({ verdict }) => verdict?.verdict === 'approve').map(({ verdict }) => verdict!);
  const approvals = approving.filter((review) => isOfRequest(review, outcome)).map(toApproval);
  const isRefused = latest.some(({ verdict }) => verdict?.verdict === 'changes-requested');
  const found = { needed: need.approvals, approvals, blocking };
  if (blocking > 0) return { ...found, state: 'changes-requested', words: blockingWords(blocking) };
  if (isRefused) return { ...found, state: 'changes-requested', words: 'a reviewer asked for changes' };
  if (outcome?.request === undefined) return { ...found, state: 'not-requested', words: 'no review requested yet' };
  const isFresh = outcome.changedSince !== true;
  if (isFresh && approvals.length >= need.approvals) {
    return { ...found, state: 'approved', words: `approved by ${approvals.map(approvalWords).join(' and ')}` };
  }
  if (!isFresh && approving.length === 0)
    return { ...found, state: 'stale', words: 'changed since the review was requested' };
  if (!isFresh || approving.length > approvals.length)
    return { ...found, state: 'stale', words: 'approved, but changed since' };
  return { ...found, state: 'waiting', words: waitingWords(need, approvals.length) };
}

/** What the words of an approval must say: whether a key signed it or GitHub merely says so. */
export function approvalWords({ reviewer, attestation }: Approval): string {
  return attestation === 'signed' ? reviewer : `${reviewer} (as GitHub says)`;
}

function isOfClass({ attestation }: Review, { signed }: ReviewNeed): boolean {
  return attestation === 'signed' || !signed;
}

function lastWords(reviews: readonly Review[]): { verdict?: Review; open: number }[] {
  const byReviewer = new Map<string, { verdict?: Review; open: number }>();
  for (const review of reviews) {
    const who = `${review.attestation} ${review.key ?? review.reviewer}`;
    const before = byReviewer.get(who);
    const verdict = review.verdict === 'comment' ? before?.verdict : review;
    byReviewer.set(who, { ...(verdict && { verdict }), open: review.blocking });
  }
  return [...byReviewer.values()];
}

function isOfRequest({ request, commit, tree }: Review, outcome: OutcomeProgress | undefined): boolean {
  const asked = outcome?.request;
  if (asked === undefined || request !== asked.request) return false;
  // Of a pull request only the commit is known; two commits may hold the same tree.
  return tree === undefined ? commit === undefined || commit === asked.commit : tree === asked.tree;
}

function toApproval({ reviewer, attestation, at, url }: Review): Approval {
  return { reviewer, attestation, at, ...(url && { url }) };
}

function blockingWords(count: number): string {
  return count === 1 ? '1 blocking remark is open' : `${count} blocking remarks are open`;
}

function waitingWords({ approvals }: ReviewNeed, given: number): string {
  return approvals === 1 ? 'waiting for a review' : `waiting for reviews: ${given} of ${approvals}`;
}
