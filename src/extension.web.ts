import { Uri, type ExtensionContext } from 'vscode';
import { bundledCatalog } from './core/catalog/catalog.ts';
import { AttemptStore } from './core/katas/attempts/store.ts';
import { memoryProgressStore } from './core/progress/memoryStore.ts';
import { activate as activateFeatures } from './vscode/activate.ts';
import { uriFolder } from './vscode/uriFolder.ts';

/** Web-worker root: the same features, without anything that starts a process. */
export async function activate(context: ExtensionContext): Promise<void> {
  const storage = (name: string) => uriFolder(Uri.joinPath(context.globalStorageUri, name));
  activateFeatures(context, {
    progress: memoryProgressStore(bundledCatalog),
    attempts: new AttemptStore(storage('attempts')),
    runners: undefined,
    newId: () => globalThis.crypto.randomUUID(),
  });
}
