import { HumanError } from '../../src/core/errors.ts';
import type { Folder, FolderEntry } from '../../src/core/ports.ts';

export interface MemoryFolder extends Folder {
  /** Every file by name, for a test to look at. */
  readonly files: Map<string, string>;
}

/** A folder that lives in a map: the whole test double of the file system. */
export function memoryFolder(initial: Readonly<Record<string, string>> = {}): MemoryFolder {
  const files = new Map(Object.entries(initial));
  const inside = (name: string): string => {
    if (name.split('/').includes('..') || name.startsWith('/'))
      throw new HumanError(`“${name}” leaves its folder.`, { next: 'Use a name inside the folder.' });
    return name;
  };
  return {
    files,
    read: async (name) => files.get(inside(name)),
    list: async (name) => {
      const prefix = inside(name) === '' ? '' : `${name}/`;
      const kinds = new Map<string, FolderEntry['kind']>();
      for (const file of files.keys()) {
        if (!file.startsWith(prefix)) continue;
        const [first, ...rest] = file.slice(prefix.length).split('/');
        kinds.set(first!, rest.length > 0 ? 'folder' : 'file');
      }
      return [...kinds].map(([entry, kind]) => ({ name: entry, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    write: async (name, text) => void files.set(inside(name), text),
    remove: async (name) => {
      for (const file of [...files.keys()])
        if (file === inside(name) || file.startsWith(`${name}/`)) files.delete(file);
    },
  };
}
