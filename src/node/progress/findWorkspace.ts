import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The workspace folder a person at the command line stands in: the nearest one up that has a `.katapath/`, else the
 * nearest repository, else where they stand.
 */
export async function findWorkspace(from: string): Promise<string> {
  return (await nearestWith('.katapath', from)) ?? (await nearestWith('.git', from)) ?? from;
}

async function nearestWith(name: string, from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    if (await lstat(join(folder, name)).catch(() => undefined)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
