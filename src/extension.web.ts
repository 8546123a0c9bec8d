import type { ExtensionContext } from 'vscode';
import { bundledCatalog } from './core/catalog/catalog.ts';
import { memoryProgressStore } from './core/progress/memoryStore.ts';
import { activate as activateFeatures } from './vscode/activate.ts';

/** Web-worker root: the same features, without anything that starts a process. */
export async function activate(context: ExtensionContext): Promise<void> {
  const progress = memoryProgressStore(bundledCatalog);
  activateFeatures(context, { progress, runners: undefined, newId: () => globalThis.crypto.randomUUID() });
}
