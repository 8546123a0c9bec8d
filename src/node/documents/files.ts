import type { Place } from '../findWorkspace.ts';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const skipped = new Set(['node_modules', '.git', '.hg', '.svn']);

export const isMarkdown = (file: string) => /\.(md|markdown)$/i.test(file);

/** What lies below a folder: paths relative to it, with forward slashes, sorted. */
export interface Listing {
  /** Every path, symbolic links among them: all that a document may refer to. */
  readonly all: readonly string[];
  /** The files with a text of their own. What a symbolic link leads to is another one of them, or none of the folder's. */
  readonly files: readonly string[];
}

/** Every file below a folder. Links are not followed, so nothing loops, and nothing leads out of it. */
export async function listAll(root: string): Promise<Listing> {
  const all: string[] = [];
  const files: string[] = [];
  const walk = async (folder: string) => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const name = toName(root, join(folder, entry.name));
      if (entry.isDirectory() && !skipped.has(entry.name)) await walk(join(folder, entry.name));
      else if (entry.isFile() || entry.isSymbolicLink()) all.push(name);
      if (entry.isFile()) files.push(name);
    }
  };
  await walk(root);
  return { all: all.sort(), files: files.sort() };
}

/** A path as the folder's documents call it: relative to the folder, with forward slashes. */
export function toName(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}

/** The same file's name on both sides; undefined where one of them does not hold it. */
export function namesBetween({ root, repository }: Place) {
  const [down, up] = [toName(root, repository), toName(repository, root)];
  const move = (prefix: string, cut: string) => (name: string) => {
    if (cut === '') return prefix === '' ? name : `${prefix}/${name}`;
    if (name === cut) return '';
    return name.startsWith(`${cut}/`) ? name.slice(cut.length + 1) : undefined;
  };
  return root.length > repository.length
    ? { toWorkspace: move('', up), toRepository: move(up, '') }
    : { toWorkspace: move(down, ''), toRepository: move('', down) };
}
