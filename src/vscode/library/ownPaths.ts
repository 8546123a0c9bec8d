import { commands, Disposable, window, workspace, type LogOutputChannel } from 'vscode';
import { ownPathsFolder } from '../../core/catalog/ownPaths.ts';

/** Says which paths of the workspace were left out, and offers a reload when they change. */
export function watchOwnPaths(problems: readonly string[], log: LogOutputChannel): Disposable {
  for (const problem of problems) log.warn(problem);
  if (problems.length > 0) void window.showWarningMessage(problems.join(' '));
  const watcher = workspace.createFileSystemWatcher(`**/${ownPathsFolder}/*.json`);
  let isAsked = false;
  const changed = async () => {
    if (isAsked) return;
    isAsked = true;
    const choice = await window.showInformationMessage(
      'The learning paths of this folder changed. They are read when the window loads.',
      'Reload Window',
    );
    isAsked = false;
    if (choice) await commands.executeCommand('workbench.action.reloadWindow');
  };
  return Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(changed),
  );
}
