import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { extensions, ExtensionMode, workspace, type ExtensionContext } from 'vscode';
import { ownPathsFolder, withOwnPaths } from './core/catalog/ownPaths.ts';
import { AttemptStore } from './core/katas/attempts/store.ts';
import { diskFolder } from './node/diskFolder.ts';
import { readAuthor, readPeople } from './node/documents/people.ts';
import { inspectPlaces, placesToWrite } from './node/inspectPlaces.ts';
import { openDiskProgressStore, type DiskProgressStore } from './node/progress/diskProgressStore.ts';
import { filesAtOnce } from './node/progress/filesAtOnce.ts';
import { progressDirectory } from './node/progress/progressDirectory.ts';
import { findCommit } from './node/proof/commits.ts';
import { commitEvidence, pullRequestEvidence } from './node/proof/gitEvidence.ts';
import { allowSigner, readSigners } from './node/proof/signersFile.ts';
import { createTestRunner } from './node/testRunner.ts';
import { activate as activateFeatures } from './vscode/activate.ts';
import { pythonFromEditor } from './vscode/shared/pythonFromEditor.ts';
import type { Services } from './vscode/services.ts';

let progress: DiskProgressStore | undefined;

/** Desktop root: everything, with processes and the disk. Other extensions get nothing; tests inside VS Code the services. */
export async function activate(context: ExtensionContext): Promise<Services | undefined> {
  const settings = () => workspace.getConfiguration('katapath');
  const runner = createTestRunner({
    dist: context.asAbsolutePath('dist'),
    settings: () => ({ node: settings().get('node.path', ''), python: settings().get('python.path', '') }),
    patience: () => settings().get('patience', 1),
    workspace: () => localFolders()[0],
    pythonFromEditor,
  });
  context.subscriptions.push(
    runner,
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('katapath') && runner.lookAgain()),
    extensions.onDidChange(() => runner.lookAgain()),
  );
  const directory = progressDirectory(process.env);
  const { catalog, problems } = await withOwnPaths(foldersWithPaths().map((folder) => diskFolder(folder)));
  const opening = filesAtOnce();
  progress = await openDiskProgressStore({
    catalog,
    directory,
    workspaces: mirroredFolders(),
    files: opening.files,
  });
  opening.end();
  const followFolders = () => void progress?.useWorkspaces(mirroredFolders());
  context.subscriptions.push(
    workspace.onDidGrantWorkspaceTrust(followFolders),
    workspace.onDidChangeWorkspaceFolders(followFolders),
  );
  const services = activateFeatures(context, {
    progress,
    attempts: new AttemptStore(diskFolder(join(directory, 'attempts'))),
    runners: {
      tests: runner,
      keepWarm: runner.keepWarm,
      cool: runner.cool,
      lookAgain: runner.lookAgain,
      inspectToolchains: runner.inspectToolchains,
      inspectPlaces: () => inspectPlaces(placesToWrite(localFolders(), directory)),
      prepareDebug: runner.prepareDebug,
    },
    problems,
    branches: {
      async readElsewhere(root, library) {
        if (root.scheme !== 'file') return [];
        const [{ readElsewhere }, { placeOf }] = await Promise.all([
          import('./node/documents/elsewhere.ts'),
          import('./node/findWorkspace.ts'),
        ]);
        return readElsewhere(await placeOf(root.fsPath), library);
      },
      readPeople: async (root) => (root.scheme === 'file' ? readPeople(root.fsPath) : []),
      readAuthor: async (root) => (root.scheme === 'file' ? readAuthor(root.fsPath) : undefined),
    },
    proof: {
      findCommit,
      commitEvidence,
      pullRequestEvidence,
      async documentEvidence(...parameters) {
        const { readDocumentEvidence } = await import('./node/proof/documentEvidence.ts');
        return readDocumentEvidence(...parameters);
      },
      signers: () => readSigners(directory),
      allow: (signer) => allowSigner(directory, signer),
    },
    newId: randomUUID,
  });
  return context.extensionMode === ExtensionMode.Test ? services : undefined;
}

/** The editor waits for this: the copies are completed, and the next start finds what the log came to. */
export async function deactivate(): Promise<void> {
  await progress?.close();
}

/** Nothing is written into a folder that is not trusted, not even a copy of the log. */
function mirroredFolders(): string[] {
  return workspace.isTrusted ? localFolders() : [];
}

/** Asked at once: each wait in an activation lets every other extension start in between. */
function foldersWithPaths(): string[] {
  return localFolders().filter((folder) => existsSync(join(folder, ownPathsFolder)));
}

function localFolders(): string[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}
