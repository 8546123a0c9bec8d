import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import { toSegments, toWritable } from '../../core/fileNames.ts';
import type { FolderEntry, GuardedFolder, Writer } from '../../core/ports.ts';
import { readBytes } from './readBytes.ts';

/**
 * A folder over VS Code's own file system, so that remote, virtual and web workspaces work alike. Nothing is written or
 * removed through a symbolic link below its root.
 */
export function uriFolder(root: Uri, { may }: Writer = {}): GuardedFolder {
  const resolve = (name: string) => uriBelow(root, name);

  async function put(name: string, text: string): Promise<void> {
    const segments = toWritable(name, may);
    await refuseLinks(root, segments);
    await workspace.fs.writeFile(resolve(name), new TextEncoder().encode(text));
  }

  return {
    async read(name) {
      const bytes = await unlessMissing(readBytes(resolve(name)));
      return bytes && new TextDecoder().decode(bytes);
    },
    async list(name) {
      const entries = (await unlessMissing(workspace.fs.readDirectory(resolve(name)))) ?? [];
      return entries
        .flatMap(([entry, type]): FolderEntry[] => {
          const kind = toKind(type);
          return kind === undefined ? [] : [{ name: entry, kind }];
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    write: put,
    async create(name, text) {
      toWritable(name, may);
      if (await unlessMissing(workspace.fs.stat(resolve(name))))
        throw new HumanError(`“${name}” is there already; nothing was written.`, { next: 'Choose another name.' });
      await put(name, text);
    },
    async remove(name) {
      const segments = toWritable(name, may);
      // A link at the very end may go: removing it touches nothing beyond the folder.
      await refuseLinks(root, segments.slice(0, -1));
      await unlessMissing(workspace.fs.delete(resolve(name), { recursive: true }));
    },
  };
}

/** Reads files below a folder as they are; undefined for one that is not there. */
export function uriBytes(root: Uri): (name: string) => Promise<Uint8Array | undefined> {
  return (name) => unlessMissing(readBytes(uriBelow(root, name)));
}

/** @throws HumanError for a name that leads out of the folder. */
export function uriBelow(root: Uri, name: string): Uri {
  return Uri.joinPath(root, ...toSegments(name));
}

/** @throws HumanError when there is a symbolic link anywhere on the way, or at its end. */
export async function refuseLinks(root: Uri, segments: readonly string[]): Promise<void> {
  let at = root;
  for (const segment of segments) {
    at = Uri.joinPath(at, segment);
    const entry = await unlessMissing(workspace.fs.stat(at));
    if (!entry) return;
    if (entry.type & FileType.SymbolicLink)
      throw new HumanError(
        `“${segment}” in “${segments.join('/')}” is a symbolic link; nothing is written through it.`,
        {
          next: 'Put an ordinary file or folder in its place.',
        },
      );
  }
}

/** Undefined for a pipe or a device, which is none of them. */
function toKind(type: FileType): FolderEntry['kind'] | undefined {
  if (type & FileType.SymbolicLink) return 'link';
  if (type & FileType.Directory) return 'folder';
  return type & FileType.File ? 'file' : undefined;
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
