import { FileType, RelativePattern, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { canSearch } from '../shared/canSearch.ts';

const skipped = new Set(['node_modules', '.git']);

/** More files than this, and nobody says which links are broken: a wrong answer is worse than none. */
const mostFiles = 50_000;
const mostMarkdown = 20_000;

/** Every file of a folder; undefined when there are too many to know. */
export async function listEverything(folder: WorkspaceFolder): Promise<Uri[] | undefined> {
  const files = await list(folder, '**/*', mostFiles + 1);
  return files.length > mostFiles ? undefined : files;
}

export async function listMarkdown(folder: WorkspaceFolder): Promise<Uri[]> {
  return (await list(folder, '**/*.{md,markdown}', mostMarkdown)).filter(isMarkdown);
}

export const isMarkdown = ({ path }: Uri): boolean => /\.(md|markdown)$/i.test(path);

/** What a folder holds that has just come. */
export const listBelow = (folder: Uri): Promise<Uri[]> => walk(folder, mostFiles);

async function list(folder: WorkspaceFolder, pattern: string, most: number): Promise<Uri[]> {
  if (!canSearch(folder.uri)) return walk(folder.uri, most);
  // `null` would list what settings exclude; `.git` and packages are never ours.
  return workspace.findFiles(new RelativePattern(folder, pattern), '**/{node_modules,.git}/**', most);
}

async function walk(root: Uri, most: number): Promise<Uri[]> {
  const found: Uri[] = [];
  const waiting = [root];
  while (waiting.length > 0 && found.length < most) {
    const folder = waiting.shift()!;
    const entries = await workspace.fs.readDirectory(folder).then(
      (list) => list,
      () => [],
    );
    for (const [name, type] of entries) {
      if (type === FileType.Directory && !skipped.has(name)) waiting.push(Uri.joinPath(folder, name));
      else if (type === FileType.File) found.push(Uri.joinPath(folder, name));
    }
  }
  return found;
}
