import { randomUUID } from 'node:crypto';
import { extensions, ExtensionMode, workspace, type ExtensionContext } from 'vscode';
import { bundledCatalog } from './core/catalog/catalog.ts';
import { memoryProgressStore } from './core/progress/memoryStore.ts';
import { createTestRunner } from './node/testRunner.ts';
import { activate as activateFeatures } from './vscode/activate.ts';
import { pythonFromEditor } from './vscode/pythonFromEditor.ts';
import type { Services } from './vscode/services.ts';

/** Desktop root: everything, with processes and the disk. Other extensions get nothing; tests inside VS Code the services. */
export async function activate(context: ExtensionContext): Promise<Services | undefined> {
  const settings = () => workspace.getConfiguration('katapath');
  const runner = createTestRunner({
    dist: context.asAbsolutePath('dist'),
    settings: () => ({ node: settings().get('node.path', ''), python: settings().get('python.path', '') }),
    workspace: () => workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath,
    pythonFromEditor,
  });
  context.subscriptions.push(
    runner,
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('katapath') && runner.lookAgain()),
    extensions.onDidChange(() => runner.lookAgain()),
  );
  const progress = memoryProgressStore(bundledCatalog);
  const services = activateFeatures(context, {
    progress,
    runners: {
      tests: runner,
      keepWarm: runner.keepWarm,
      cool: runner.cool,
      lookAgain: runner.lookAgain,
      inspectToolchains: runner.inspectToolchains,
    },
    newId: randomUUID,
  });
  return context.extensionMode === ExtensionMode.Test ? services : undefined;
}
