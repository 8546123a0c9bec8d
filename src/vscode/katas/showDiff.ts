import { commands, type Uri } from 'vscode';

/** Opens two texts side by side, in a tab that the next one does not replace: a kata may have several files. */
export async function showDiff(left: Uri, right: Uri, title: string): Promise<void> {
  await commands.executeCommand('vscode.diff', left, right, title, { preview: false });
}
