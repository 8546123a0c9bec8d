import { chmod, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes a folder with everything in it, also what the code of a run has locked. What cannot be removed is the
 * system's to clean up: it stands in its temporary directory.
 */
export async function removeFolder(path: string): Promise<void> {
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 3 });
  await remove()
    .catch(() => unlock(path).then(remove))
    .catch(() => undefined);
}

/** Gives us back the right to empty every folder below this one. Links are not followed: they are no folders. */
async function unlock(path: string): Promise<void> {
  await chmod(path, 0o700);
  for (const entry of await readdir(path, { withFileTypes: true }))
    if (entry.isDirectory()) await unlock(join(path, entry.name));
}
