import { Uri, window, workspace } from 'vscode';
import { decodeUtf8 } from '../../core/credential/decodeUtf8.ts';
import { HumanError } from '../../core/errors.ts';

const filters = { Credential: ['json', 'jwt'] };

/** Asks where to; undefined when the person turned away. A credential may be the only copy: nothing is written over. */
export async function saveCredential(title: string, name: string, text: string): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title,
    filters,
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (!target) return undefined;
  const isThere = await workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (isThere)
    throw new HumanError(`“${workspace.asRelativePath(target)}” is there already; nothing was written.`, {
      next: 'Choose another name.',
    });
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return target;
}

/** The texts of files the person chooses. */
export async function openCredentials(
  title: string,
  { many }: { many: boolean },
): Promise<readonly { uri: Uri; text: string }[]> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const chosen = await window.showOpenDialog({
    title,
    filters,
    canSelectMany: many,
    ...(folder && { defaultUri: folder }),
  });
  return Promise.all(
    (chosen ?? []).map(async (uri) => ({ uri, text: decodeUtf8(await workspace.fs.readFile(uri)) ?? '' })),
  );
}
