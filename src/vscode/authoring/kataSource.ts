import { FileType, Uri, workspace } from 'vscode';
import type { Files } from '../../core/runs/runner.ts';
import { supportPrefix, usedLibraries } from '../../core/katas/kataContent.ts';
import { readBytes } from '../shared/readBytes.ts';

/** A kata's folder as its author sees it now: what is on disk, with open documents laid over it. */
export interface KataSource {
  readonly root: Uri;
  readonly folderName: string;
  readonly files: Files;
  /** The folders beside it. */
  readonly katas: readonly string[];
}

/** Katas hold small texts; a folder with more is none. */
const mostFiles = 400;
const deepest = 6;

/** The folder of the kata that a file belongs to: the nearest above it whose `kata.json` names our schema. */
export async function findKataRoot(file: Uri): Promise<Uri | undefined> {
  const workspaceFolder = workspace.getWorkspaceFolder(file);
  if (!workspaceFolder) return undefined;
  let folder = Uri.joinPath(file, '..');
  for (let level = 0; level < deepest && folder.path.startsWith(workspaceFolder.uri.path); level++) {
    const manifest = await readText(Uri.joinPath(folder, 'kata.json'));
    if (manifest !== undefined) return manifest.includes('kata.schema.json') ? folder : undefined;
    folder = Uri.joinPath(folder, '..');
  }
  return undefined;
}

export async function readKataSource(root: Uri): Promise<KataSource> {
  const files: Record<string, string> = {};
  await readBelow(root, '', files, deepest);
  for (const document of workspace.textDocuments) {
    const name = nameIn(root, document.uri);
    if (name !== undefined && files[name] !== undefined) files[name] = document.getText();
  }
  for (const library of usedLibraries(files['kata.json'])) {
    const found: Record<string, string> = {};
    // A library that is not there is told as a problem of the manifest.
    await readBelow(Uri.joinPath(root, '..', '..', 'support', library), '', found, deepest).then(
      undefined,
      () => undefined,
    );
    for (const [name, text] of Object.entries(found)) files[`${supportPrefix}${library}/${name}`] = text;
  }
  const siblings = await workspace.fs.readDirectory(Uri.joinPath(root, '..'));
  const katas = siblings.filter(([, type]) => type === FileType.Directory).map(([name]) => name);
  return { root, folderName: root.path.slice(root.path.lastIndexOf('/') + 1), files, katas };
}

/** A file's name in the kata's folder; undefined for one outside. */
function nameIn(root: Uri, file: Uri): string | undefined {
  const prefix = `${root.path}/`;
  const isInside = file.scheme === root.scheme && file.authority === root.authority && file.path.startsWith(prefix);
  return isInside ? file.path.slice(prefix.length) : undefined;
}

async function readBelow(root: Uri, below: string, files: Record<string, string>, depth: number): Promise<void> {
  if (depth === 0) return;
  for (const [entry, type] of await workspace.fs.readDirectory(Uri.joinPath(root, below))) {
    if (/^(\.|__pycache__$|node_modules$)/.test(entry) || Object.keys(files).length >= mostFiles) continue;
    const name = below === '' ? entry : `${below}/${entry}`;
    if (type === FileType.Directory) await readBelow(root, name, files, depth - 1);
    else if (type === FileType.File) files[name] = (await readText(Uri.joinPath(root, name))) ?? '';
  }
}

async function readText(file: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await readBytes(file));
  } catch {
    return undefined;
  }
}
