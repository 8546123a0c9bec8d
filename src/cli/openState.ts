import { join } from 'node:path';
import { bundledCatalog } from '../core/catalog/catalog.ts';
import { AttemptStore } from '../core/katas/attempts/store.ts';
import type { ProgressStore } from '../core/progress/store.ts';
import { diskFolder } from '../node/diskFolder.ts';
import { openDiskProgressStore } from '../node/progress/diskProgressStore.ts';
import { progressDirectory } from '../node/progress/progressDirectory.ts';
import type { CliContext } from './command.ts';

/** The learner's log: the same set of events as the editor's. */
export function openProgress(context: CliContext): Promise<ProgressStore> {
  const directory = progressDirectory(context.env);
  return openDiskProgressStore({ catalog: bundledCatalog, directory, workspaces: [context.cwd], watch: false });
}

/** Where attempts are kept, beside the log. */
export function openAttempts(context: CliContext): AttemptStore {
  return new AttemptStore(diskFolder(join(progressDirectory(context.env), 'attempts')));
}
