import { ExtensionMode, Uri, workspace, type ExtensionContext } from 'vscode';
import { withOwnPaths } from './core/catalog/ownPaths.ts';
import { AttemptStore } from './core/katas/attempts/store.ts';
import { openFolderProgressStore } from './core/progress/folderStore.ts';
import { activate as activateFeatures } from './vscode/activate.ts';
import type { Services } from './vscode/services.ts';
import { uriFolder } from './vscode/shared/uriFolder.ts';

/** Web-worker root: the same features, without anything that starts a process. Tests inside VS Code get the services. */
export async function activate(context: ExtensionContext): Promise<Services | undefined> {
  const storage = (name: string) => uriFolder(Uri.joinPath(context.globalStorageUri, name));
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uriFolder(uri));
  const { catalog, problems } = await withOwnPaths(folders);
  const services = activateFeatures(context, {
    problems,
    progress: await openFolderProgressStore({ catalog, folder: storage('progress') }),
    attempts: new AttemptStore(storage('attempts')),
    runners: undefined,
    branches: undefined,
    proof: undefined,
    newId: () => globalThis.crypto.randomUUID(),
  });
  return context.extensionMode === ExtensionMode.Test ? services : undefined;
}
