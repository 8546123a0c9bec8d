import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import type { Folder, FolderEntry } from '../../core/ports.ts';

/** The `Folder` port over VS Code's own file system, so that remote, virtual and web workspaces work alike. */
export function uriFolder(root: Uri): Folder {
  const resolve = (name: string) => uriBelow(root, name);
  return {
    async read(name) {
      const bytes = await unlessMissing(workspace.fs.readFile(resolve(name)));
      return bytes && new TextDecoder().decode(bytes);
    },
    async list(name) {
      const entries = (await unlessMissing(workspace.fs.readDirectory(resolve(name)))) ?? [];
      return entries
        .map(([entry, type]) => ({ name: entry, kind: toKind(type) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async write(name, text) {
      await workspace.fs.writeFile(resolve(name), new TextEncoder().encode(text));
    },
    async remove(name) {
      await unlessMissing(workspace.fs.delete(resolve(name), { recursive: true }));
    },
  };
}

/** @throws HumanError for a name that leads out of the folder. */
export function uriBelow(root: Uri, name: string): Uri {
  return Uri.joinPath(root, ...safeSegments(name));
}

function toKind(type: FileType): FolderEntry['kind'] {
  if (type & FileType.SymbolicLink) return 'link';
  return type & FileType.Directory ? 'folder' : 'file';
}

function safeSegments(name: string): string[] {
  const segments = name.split('/').filter((segment) => segment !== '');
  if (
    name.startsWith('/') ||
    segments.some((segment) => segment === '..' || segment === '.' || segment.includes('\\'))
  ) {
    throw new HumanError(`"${name}" leads out of its folder.`, { next: 'Use a name below the folder, without "..".' });
  }
  return segments;
}

async function unlessMissing<T>(operation: Thenable<T>): Promise<T | undefined> {
  try {
    return await operation;
  } catch (error) {
    if (error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code))
      return undefined;
    throw error;
  }
}
