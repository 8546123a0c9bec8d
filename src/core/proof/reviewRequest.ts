import type { Catalog } from '../model/catalog.ts';
import type { Item } from '../model/path.ts';
import { HumanError } from '../errors.ts';
import type { Folder } from '../ports.ts';
import { sha256Hex } from '../progress/hash.ts';
import type { ProgressState } from '../progress/state.ts';
import type { ProgressStore } from '../progress/store.ts';
import { requireOutcome, type Outcome } from './addProof.ts';
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
  if (!hasWork(store.state, requireOutcome(catalog, outcome))) {
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

/** Evidence of its own, or, for a step, anything done in it. */
function hasWork({ outcomes, items }: ProgressState, outcome: Outcome): boolean {
  if (outcome.kind === 'item') return (outcomes.get(outcome.item.id)?.proofs.length ?? 0) > 0;
  const { id, items: parts } = outcome.step;
  const isBegun = (item: Item) => ['done', 'in-progress'].includes(items.get(item.id)!.state);
  return (outcomes.get(id)?.proofs.length ?? 0) > 0 || parts.some(isBegun);
}
