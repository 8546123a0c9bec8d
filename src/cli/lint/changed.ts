import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { runGit } from '../../node/git.ts';

/**
 * The files that differ from a commit. Only trees and hashes are compared: `git diff` and `git status` run programs that
 * a repository's own configuration names, and checking documents must not.
 */
export async function keepChanged(root: string, files: readonly string[], ref: string): Promise<string[]> {
  const commit = (
    await runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  )?.trim();
  if (!commit)
    throw new HumanError(`"${ref}" is not a commit of a git repository here.`, {
      next: 'Name a branch, a tag or a commit: --changed main.',
    });
  const prefix = ((await runGit(root, ['rev-parse', '--show-prefix'])) ?? '').trim();
  const listing = (await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit])) ?? '';
  const before = new Map<string, string>();
  for (const line of listing.split('\0')) {
    const found = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line);
    if (found) before.set(found[2]!, found[1]!);
  }
  const changed = await Promise.all(
    files.map(async (file) => ((await isOther(join(root, file), before.get(prefix + file))) ? [file] : [])),
  );
  return changed.flat();
}

/** Whether a file's bytes are not the blob, with its line ends as they are or as git stores them. */
async function isOther(path: string, blob: string | undefined): Promise<boolean> {
  if (blob === undefined) return true;
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return false;
  const algorithm = blob.length === 64 ? 'sha256' : 'sha1';
  const hash = (data: Buffer) => createHash(algorithm).update(`blob ${data.length}\0`).update(data).digest('hex');
  return (
    hash(bytes) !== blob && hash(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')) !== blob
  );
}
