import { commands, Uri, window, workspace } from 'vscode';

/** Asks where to, writes, and offers to show it. */
export async function saveAs(
  { name, kind, extension }: { name: string; kind: string; extension: string },
  content: () => Uint8Array,
): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: 'Export Dashboard',
    filters: { [kind]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (!target) return;
  await workspace.fs.writeFile(target, content());
  const choice = await window.showInformationMessage(
    `Your progress is in “${workspace.asRelativePath(target)}”.`,
    'Show',
  );
  if (choice) await commands.executeCommand('revealFileInOS', target);
}
