import { join } from 'node:path';
import type { Catalog } from '../core/model/catalog.ts';
import { withOwnPaths } from '../core/catalog/ownPaths.ts';
import { AttemptStore } from '../core/katas/attempts/store.ts';
import { diskFolder } from '../node/diskFolder.ts';
import { openDiskProgressStore, type DiskProgressStore } from '../node/progress/diskProgressStore.ts';
import { findWorkspace } from '../node/findWorkspace.ts';
import { progressDirectory } from '../node/progress/progressDirectory.ts';
import type { CliContext } from './command.ts';
import { lines } from './print.ts';

/** The learner's log: the same set of events as the editor's. */
export async function openProgress(context: CliContext): Promise<DiskProgressStore> {
  const workspace = await findWorkspace(context.cwd);
  return openDiskProgressStore({
    catalog: await readCatalog(context, [workspace]),
    directory: progressDirectory(context.env),
    workspaces: [workspace],
    watch: false,
  });
}

/** As `openProgress`, closed again once the work is done or has failed. */
export async function withProgress<const T>(
  context: CliContext,
  work: (progress: DiskProgressStore) => Promise<T>,
): Promise<T> {
  const progress = await openProgress(context);
  try {
    return await work(progress);
  } finally {
    await progress.close();
  }
}

/** Everything there is to practise where the person stands: the workspace's own paths are in it, as in the editor. */
export async function openCatalog(context: CliContext): Promise<Catalog> {
  return readCatalog(context, [await findWorkspace(context.cwd)]);
}

/** The bundled catalog with the paths of these folders; what could not be taken in is told on stderr. */
export async function readCatalog(context: CliContext, folders: readonly string[]): Promise<Catalog> {
  const { catalog, problems } = await withOwnPaths(folders.map((folder) => diskFolder(folder)));
  for (const problem of problems) context.err(lines([problem]));
  return catalog;
}

/** Where attempts are kept, beside the log. */
export function openAttempts(context: CliContext): AttemptStore {
  return new AttemptStore(diskFolder(join(progressDirectory(context.env), 'attempts')));
}
