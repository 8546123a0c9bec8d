import { HumanError } from '../../core/errors.ts';
import { runGit } from '../git.ts';

const HASH = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** Names a person may type for a commit; nothing that git could take for an option or a range. */
const REVISION = /^(?!-)[\w./@^~-]{1,200}$/;

export interface FoundCommit {
  readonly commit: string;
  readonly tree: string;
}

/** Whether a clone has this very commit. */
export async function hasCommit(folder: string, commit: string, signal?: AbortSignal): Promise<boolean> {
  return HASH.test(commit) && (await resolveRevision(folder, commit, 'commit', signal)) === commit;
}

/** @throws HumanError when the repository does not know it. */
export async function findCommit(folder: string, revision: string): Promise<FoundCommit> {
  if (!REVISION.test(revision) || revision.includes('..')) {
    throw new HumanError(`"${revision.slice(0, 80)}" is not the name of a commit.`, {
      next: 'Name a commit by its hash, a branch or a tag.',
    });
  }
  const commit = await resolveRevision(folder, revision, 'commit');
  const tree = commit && (await resolveRevision(folder, commit, 'tree'));
  if (commit && tree) return { commit, tree };
  throw new HumanError(`The repository at ${folder} has no commit "${revision}".`, {
    next: 'Commit the work first, fetch if it is elsewhere, and check that the folder is a repository.',
  });
}

/** Whether a commit is part of what the remote had when it was last fetched: merged, not merely written here. */
export async function isOnRemote(folder: string, commit: string): Promise<boolean> {
  if (!HASH.test(commit)) return false;
  const refs = await runGit(folder, ['for-each-ref', '--format=%(refname)', '--contains', commit, 'refs/remotes']);
  return refs !== undefined && refs.trim() !== '';
}

async function resolveRevision(
  folder: string,
  revision: string,
  kind: 'commit' | 'tree',
  signal?: AbortSignal,
): Promise<string | undefined> {
  const name = ['--verify', '--quiet', '--end-of-options', `${revision}^{${kind}}`];
  const hash = (await runGit(folder, ['rev-parse', ...name], { signal }))?.trim();
  return hash !== undefined && HASH.test(hash) ? hash : undefined;
}
