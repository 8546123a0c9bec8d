import type { Folder } from '../ports.ts';
import type { Evidence } from '../model/event.ts';
import { sha256Hex } from '../progress/hash.ts';

/** Whether evidence is still what it was when it was given. `unknown`: nothing here can tell. */
export interface Rechecked {
  readonly state: 'unchanged' | 'changed' | 'missing' | 'unknown';
  readonly words: string;
}

/** `hasCommit` is undefined where git must not or cannot be asked. */
export async function recheckEvidence(
  evidence: Evidence,
  { folder, hasCommit }: { folder: Folder; hasCommit?: ((commit: string) => Promise<boolean>) | undefined },
): Promise<Rechecked> {
  switch (evidence.kind) {
    case 'commit':
    case 'pull-request': {
      const { commit } = evidence;
      if (commit === undefined || !hasCommit) return { state: 'unknown', words: 'no clone was looked at' };
      return (await hasCommit(commit))
        ? { state: 'unchanged', words: `commit ${commit.slice(0, 12)} is in the repository` }
        : { state: 'missing', words: `commit ${commit.slice(0, 12)} is not in this repository` };
    }
    case 'file':
    case 'document':
    case 'artifact':
    case 'report': {
      const text = await folder.read(evidence.file).catch(() => undefined);
      if (text === undefined) return { state: 'missing', words: `${evidence.file} is not there` };
      return sha256Hex(text) === evidence.digest
        ? { state: 'unchanged', words: `${evidence.file} is unchanged` }
        : { state: 'changed', words: `${evidence.file} was changed since it was given` };
    }
    case 'url':
      return { state: 'unknown', words: 'pages are never fetched' };
    case 'note':
      return { state: 'unknown', words: 'the learner’s own words' };
  }
}
