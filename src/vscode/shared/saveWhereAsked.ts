import { Uri, window, workspace } from 'vscode';

/**
 * Asks where to, and writes there: the one way to a file that no workspace names. `over` a file that is there the dialog
 * has asked about; undefined when the person turned away.
 */
export async function saveWhereAsked(
  { title, name, kind, extension }: { title: string; name: string; kind: string; extension: string },
  content: () => Uint8Array,
  allow: (target: Uri) => Promise<void> = async () => undefined,
): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title,
    filters: { [kind]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (!target) return undefined;
  await allow(target);
  await workspace.fs.writeFile(target, content());
  return target;
}
