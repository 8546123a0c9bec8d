import { bundledCatalog } from '../core/catalog/catalog.ts';
import { AttemptStore } from '../core/katas/attempts/store.ts';
import { memoryProgressStore } from '../core/progress/memoryStore.ts';
import type { ProgressStore } from '../core/progress/store.ts';
import { diskFolder } from '../node/diskFolder.ts';
import type { CliContext } from './command.ts';

/** The learner's log: the same set of events as the editor's. */
export async function openProgress(_context: CliContext): Promise<ProgressStore> {
  return memoryProgressStore(bundledCatalog);
}

/** Where attempts are kept. */
export function openAttempts(context: CliContext): AttemptStore {
  return new AttemptStore(diskFolder(`${context.cwd}/.katapath/local/attempts`));
}
