import type { Folder } from '../ports.ts';
import { sha256Hex } from '../progress/hash.ts';
import type { ProgressStore } from '../progress/store.ts';
import type { AllowedSigner } from './allowedSigners.ts';
import { judgeReviews, type JudgedReview, type SignedText } from './judgeReviews.ts';
import { parseRequest, REVIEWS } from './reviewFiles.ts';

export interface CollectedReviews {
  readonly outcome: string;
  readonly reviews: readonly (JudgedReview & { readonly isNew: boolean })[];
}

/**
 * Reads the reviews of every request that is still the latest of its outcome, and records those that count and are not
 * recorded yet. Reviews that do not count come back with the reason.
 */
export async function collectReviews({
  folder,
  store,
  signers,
  learnerKeys,
}: {
  /** The root of the repository. */
  folder: Folder;
  store: ProgressStore;
  signers: readonly AllowedSigner[];
  learnerKeys: readonly string[];
}): Promise<CollectedReviews[]> {
  const collected: CollectedReviews[] = [];
  for (const [outcome, { request, reviews: recorded }] of store.state.outcomes) {
    if (!request) continue;
    const place = `${REVIEWS}/${outcome}/${request.request.slice(0, 16)}`;
    const requestText = await folder.read(`${place}/request.json`);
    const parsed = requestText === undefined ? undefined : parseRequest(requestText);
    // A request that is not the one recorded asks for something else than the learner did.
    if (!parsed || sha256Hex(requestText!) !== request.request) continue;
    const reviews = await readReviews(folder, place);
    const judged = judgeReviews({ request: parsed, requestText: requestText!, reviews, signers, learnerKeys });
    const known = new Set(recorded.map(({ file }) => file));
    const isNew = ({ event }: JudgedReview) => event !== undefined && !known.has(event.file);
    collected.push({ outcome, reviews: judged.map((each) => ({ ...each, isNew: isNew(each) })) });
    await store.append(judged.filter(isNew).map(({ event }) => event!));
  }
  return collected;
}

async function readReviews(folder: Folder, place: string): Promise<SignedText[]> {
  const names = (await folder.list(place))
    .filter(({ kind, name }) => kind === 'file' && name.endsWith('.json') && name !== 'request.json')
    .map(({ name }) => name);
  return Promise.all(
    names.map(async (name) => ({
      name,
      text: (await folder.read(`${place}/${name}`)) ?? '',
      signature: await folder.read(`${place}/${name}.sig`),
    })),
  );
}
