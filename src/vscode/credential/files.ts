import { window, workspace, type Uri } from 'vscode';
import { decodeUtf8 } from '../../core/credential/decodeUtf8.ts';
import { HumanError } from '../../core/errors.ts';
import { saveWhereAsked } from '../shared/saveWhereAsked.ts';
import { readBytes } from '../shared/readBytes.ts';

const filters = { Credential: ['json', 'jwt'] };

/** Asks where to; undefined when the person turned away. A credential may be the only copy: nothing is written over. */
export async function saveCredential(title: string, name: string, text: string): Promise<Uri | undefined> {
  const file = { title, name, kind: 'Credential', extension: 'json' };
  return saveWhereAsked(file, () => new TextEncoder().encode(text), refuseOver);
}

async function refuseOver(target: Uri): Promise<void> {
  const isThere = await workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  throw new HumanError(`“${workspace.asRelativePath(target)}” is there already; nothing was written.`, {
    next: 'Choose another name.',
  });
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
  return Promise.all((chosen ?? []).map(async (uri) => ({ uri, text: decodeUtf8(await readBytes(uri)) ?? '' })));
}
