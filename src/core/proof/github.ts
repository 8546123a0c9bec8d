import { HumanError } from '../errors.ts';
import { toCanonicalJson } from '../credential/canonical.ts';
import { sha256Hex } from '../progress/hash.ts';
import type { ReviewRecorded } from '../model/event.ts';
import type { ProgressStore } from '../progress/store.ts';
import { readRemark } from './remarks.ts';

/** How the learner gets the file; Katapath itself never asks GitHub. */
export const GITHUB_COMMAND = 'gh pr view <number> --json url,author,reviews > reviews.json';

interface GitHubReview {
  readonly author?: { readonly login?: string };
  readonly state?: string;
  readonly body?: string;
  readonly submittedAt?: string;
  readonly commit?: { readonly oid?: string };
}

interface PullRequest {
  readonly url: string;
  readonly author?: { readonly login?: string };
  readonly reviews: readonly GitHubReview[];
}

const VERDICTS: Readonly<Record<string, ReviewRecorded['verdict']>> = {
  APPROVED: 'approve',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'comment',
  DISMISSED: 'comment',
};

/**
 * Records the reviews of a pull request as GitHub tells them: the weaker class, for nothing is signed and the file comes
 * from the learner. An approval of another commit than the one requested counts as stale; the author's own count not.
 *
 * @returns what was recorded now; what was recorded before is left as it is.
 */
export async function importGitHubReviews({
  store,
  outcome,
  text,
}: {
  store: ProgressStore;
  outcome: string;
  /** The output of `GITHUB_COMMAND`. */
  text: string;
}): Promise<readonly ReviewRecorded[]> {
  const pullRequest = parse(text);
  const progress = store.state.outcomes.get(outcome);
  if (!progress?.request) {
    throw new HumanError(`No review of “${outcome}” was requested.`, {
      next: 'Request one first, so that it is known which commit the reviews are about: katapath proof request.',
    });
  }
  const known = new Set(progress.reviews.map(({ file }) => file));
  const { request } = progress.request;
  const events = pullRequest.reviews
    .map((review) => toEvent(review, { pullRequest, outcome, request }))
    .filter((event) => event !== undefined)
    .filter(({ file }) => !known.has(file));
  await store.append(events);
  return events;
}

function toEvent(
  review: GitHubReview,
  { pullRequest, outcome, request }: { pullRequest: PullRequest; outcome: string; request: string },
): ReviewRecorded | undefined {
  const reviewer = review.author?.login;
  const verdict = VERDICTS[review.state ?? ''];
  const commit = review.commit?.oid;
  if (!reviewer || !verdict || reviewer === pullRequest.author?.login) return undefined;
  return {
    type: 'review.recorded',
    outcome,
    request,
    reviewer,
    attestation: 'github',
    verdict,
    blocking: countBlocking(review.body ?? ''),
    ...(commit !== undefined && /^[0-9a-f]{40}$/.test(commit) && { commit }),
    file: sha256Hex(toCanonicalJson(review)),
    url: pullRequest.url,
  };
}

/** Every paragraph and list entry of a review is a remark of its own. */
function countBlocking(body: string): number {
  const remarks = body.split(/\n\s*\n|\n(?=\s*[-*]\s)/).map((part) => part.replace(/^\s*[-*]\s+/, ''));
  return remarks.filter((remark) => readRemark(remark).label === 'BLOCKING').length;
}

function isReview(value: unknown): value is GitHubReview {
  if (typeof value !== 'object' || value === null) return false;
  const { author, state, body, commit } = value as { [Name in keyof GitHubReview]: unknown };
  const isText = (each: unknown) => each === undefined || each === null || typeof each === 'string';
  const isPart = (each: unknown) => each === undefined || each === null || typeof each === 'object';
  const holdsText = (each: unknown, name: string) =>
    isPart(each) && isText((each as Record<string, unknown> | null | undefined)?.[name]);
  return isText(state) && isText(body) && holdsText(author, 'login') && holdsText(commit, 'oid');
}

function parse(text: string): PullRequest {
  try {
    const value = JSON.parse(text) as Partial<PullRequest> | null;
    const isWhole =
      typeof value?.url === 'string' &&
      value.url.startsWith('https://') &&
      Array.isArray(value.reviews) &&
      value.reviews.every(isReview);
    if (isWhole) return value as PullRequest;
  } catch {
    // Said below.
  }
  throw new HumanError('The file does not hold the reviews of a pull request.', {
    next: `Make it with: ${GITHUB_COMMAND}`,
  });
}
