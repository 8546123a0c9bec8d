import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * The workspace folder a person at the command line stands in, for every command: the nearest one up that has a
 * `.katapath/`, else the nearest repository, else where they stand.
 */
export async function findWorkspace(from: string): Promise<string> {
  return (await nearestWith('.katapath', from)) ?? (await nearestWith('.git', from)) ?? from;
}

/** A workspace and the repository around a place in it: either may lie in the other. */
export interface Place {
  readonly root: string;
  /** The workspace itself where there is no repository. */
  readonly repository: string;
}

export async function placeOf(from: string, root = from): Promise<Place> {
  return { root, repository: (await nearestWith('.git', from)) ?? root };
}

async function nearestWith(name: string, from: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    if (await lstat(join(folder, name)).catch(() => undefined)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
