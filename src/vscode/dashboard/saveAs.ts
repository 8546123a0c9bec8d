import { commands, window, workspace } from 'vscode';
import { saveWhereAsked } from '../shared/saveWhereAsked.ts';

/** Asks where to, writes, and offers to show it. */
export async function saveAs(
  file: { name: string; kind: string; extension: string },
  content: () => Uint8Array,
): Promise<void> {
  const target = await saveWhereAsked({ title: 'Export Dashboard', ...file }, content);
  if (!target) return;
  const choice = await window.showInformationMessage(
    `Your progress is in “${workspace.asRelativePath(target)}”.`,
    'Show',
  );
  if (choice) await commands.executeCommand('revealFileInOS', target);
}
