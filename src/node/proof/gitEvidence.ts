import { HumanError } from '../../core/errors.ts';
import { requireUrl } from '../../core/proof/evidence.ts';
import type { Evidence } from '../../core/model/event.ts';
import { findCommit, isOnRemote } from './commits.ts';

/** A commit that the repository has, with its tree. Never call it in a folder that is not trusted: it starts git. */
export async function commitEvidence(folder: string, revision: string, repository?: string): Promise<Evidence> {
  const { commit, tree } = await findCommit(folder, revision);
  return { kind: 'commit', commit, tree, ...(repository && { repository: requireUrl(repository) }) };
}

/**
 * A merged pull request: its address, and its merge as found in a clone on this computer, where one is named. The
 * number of stars is the learner's word.
 *
 * @throws HumanError when the clone does not have the commit on a branch that came from the remote.
 */
export async function pullRequestEvidence({
  url,
  clone,
  merge,
  stars,
}: {
  url: string;
  /** A folder with a clone of the project. */
  clone?: string | undefined;
  /** The merge commit, or the commit as it was merged. */
  merge?: string | undefined;
  stars?: number | undefined;
}): Promise<Evidence> {
  const address = requireUrl(url);
  if (!/\/(pull|pulls|merge_requests|pullrequest)\/\d+\/?$/.test(new URL(address).pathname)) {
    throw new HumanError(`${address} is not the address of a pull request.`, {
      next: 'Copy the address of the pull request itself; it ends with its number.',
    });
  }
  const stated = stars === undefined ? {} : { stars };
  if (clone === undefined || merge === undefined) return { kind: 'pull-request', url: address, ...stated };
  const { commit } = await findCommit(clone, merge);
  if (!(await isOnRemote(clone, commit))) {
    throw new HumanError(
      `Commit ${commit.slice(0, 12)} is in this clone, but on no branch that came from the project.`,
      {
        next: 'Fetch the project after the merge, and name the commit as the project has it.',
      },
    );
  }
  return { kind: 'pull-request', url: address, commit, ...stated };
}
