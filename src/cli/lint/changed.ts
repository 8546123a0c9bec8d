import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Corpus } from '../../core/documents/index.ts';
import { HumanError } from '../../core/errors.ts';
import { namesBetween } from '../../node/documents/files.ts';
import type { Place } from '../../node/findWorkspace.ts';
import { readGiven } from '../../node/readGiven.ts';
import { runGit } from '../../node/git.ts';

/** The blobs of a commit, by their paths relative to the workspace. */
type Commit = ReadonlyMap<string, string>;

/**
 * What a commit holds of a workspace, which may be a part of the repository or hold it beside others. Only trees and hashes are compared: `git diff` and `git status` run programs that
 * a repository's own configuration names, and checking documents must not.
 */
export async function readCommit(place: Place, ref: string): Promise<Commit> {
  const name = ['--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const commit = (await runGit(place.repository, ['rev-parse', ...name]))?.trim();
  if (!commit)
    throw new HumanError(`"${ref}" is not a commit of a git repository here.`, {
      next: 'Name a branch, a tag or a commit: --changed main.',
    });
  const listing = (await runGit(place.repository, ['ls-tree', '-r', '-z', '--full-tree', commit])) ?? '';
  const { toWorkspace } = namesBetween(place);
  const before = new Map<string, string>();
  for (const line of listing.split('\0')) {
    const found = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line);
    const name = found ? toWorkspace(found[2]!) : undefined;
    if (name !== undefined) before.set(name, found![1]!);
  }
  return before;
}

/** The files that are not as they were in a commit. */
export async function keepChanged(root: string, files: readonly string[], before: Commit): Promise<string[]> {
  const changed = await Promise.all(
    files.map(async (file) => ((await isOther(join(root, file), before.get(file))) ? [file] : [])),
  );
  return changed.flat();
}

/** The files whose links led to what a commit still had: removing or renaming a file changes them too. */
export function keepBereft(files: readonly string[], before: Commit, { linksOf, exists }: Corpus): string[] {
  const isGone = (path: string) => exists(path) === false && before.has(path);
  return files.filter((file) => [...(linksOf(file) ?? [])].some(isGone));
}

/** Whether a file's bytes are not the blob, with its line ends as they are or as git stores them. */
async function isOther(path: string, blob: string | undefined): Promise<boolean> {
  if (blob === undefined) return true;
  const bytes = await readGiven(path).catch(() => undefined);
  if (!bytes) return false;
  const algorithm = blob.length === 64 ? 'sha256' : 'sha1';
  const hash = (data: Buffer) => createHash(algorithm).update(`blob ${data.length}\0`).update(data).digest('hex');
  return (
    hash(bytes) !== blob && hash(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')) !== blob
  );
}
