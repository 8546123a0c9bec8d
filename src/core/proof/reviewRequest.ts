import type { Catalog } from '../catalog/catalog.ts';
import { HumanError } from '../errors.ts';
import type { Folder } from '../ports.ts';
import { sha256Hex } from '../progress/hash.ts';
import type { ProgressStore } from '../progress/store.ts';
import { requireOutcome } from './addProof.ts';
import { printFile, requestFolder, type ReviewRequestFile } from './reviewFiles.ts';

/**
 * Asks for a review: writes the request into the repository, for the learner to commit and push, and records that it was
 * made. From now on only reviews of this commit count.
 *
 * @returns the request's file, relative to `folder`.
 */
export async function requestReview({
  folder,
  store,
  catalog,
  outcome,
  commit,
  tree,
  asks = [],
}: {
  /** The root of the repository. */
  folder: Folder;
  store: ProgressStore;
  catalog: Catalog;
  outcome: string;
  commit: string;
  tree: string;
  asks?: readonly string[];
}): Promise<string> {
  requireOutcome(catalog, outcome);
  if ((store.state.outcomes.get(outcome)?.proofs.length ?? 0) === 0) {
    throw new HumanError(`There is nothing to review yet: no evidence was given for “${outcome}”.`, {
      next: 'Give it first: katapath proof add.',
    });
  }
  const text = printFile({ v: 1, outcome, commit, tree, asks } satisfies ReviewRequestFile);
  const file = `${requestFolder(outcome, text)}/request.json`;
  await folder.write(file, text);
  await store.append([{ type: 'review.requested', outcome, request: sha256Hex(text), commit, tree }]);
  return file;
}
