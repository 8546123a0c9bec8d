import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const skipped = new Set(['node_modules', '.git', '.hg', '.svn']);

export const isMarkdown = (file: string) => /\.(md|markdown)$/i.test(file);

/** Every file below a folder, relative to it, with forward slashes, sorted. Links are not followed, so nothing loops. */
export async function listAll(root: string): Promise<string[]> {
  const files: string[] = [];
  const walk = async (folder: string) => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isDirectory() && !skipped.has(entry.name)) await walk(join(folder, entry.name));
      else if (entry.isFile() || entry.isSymbolicLink()) files.push(toName(root, join(folder, entry.name)));
    }
  };
  await walk(root);
  return files.sort();
}

/** A path as the folder's documents call it: relative to the folder, with forward slashes. */
export function toName(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}
