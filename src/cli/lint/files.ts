import { readdir, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { HumanError } from '../../core/errors.ts';

const skipped = new Set(['node_modules', '.git', '.hg', '.svn', 'dist', 'out']);

/**
 * The Markdown files that the paths name, relative to `root` with forward slashes, sorted, each once. Folders are
 * walked; links are not followed, so a loop cannot trap the walk. A file that is named is taken whatever it is called.
 */
export async function findDocuments(root: string, cwd: string, paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths.length ? paths : ['.']) {
    const absolute = resolve(cwd, path);
    const about = await stat(absolute).catch(() => undefined);
    if (!about)
      throw new HumanError(`There is no file or folder "${path}".`, {
        next: 'Check the spelling, and from which folder you run this.',
      });
    if (about.isDirectory()) for await (const file of walk(absolute)) found.add(file);
    else found.add(absolute);
  }
  return [...found].map((file) => relative(root, file).split(sep).join('/')).sort();
}

async function* walk(folder: string): AsyncIterable<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() && /\.(md|markdown)$/i.test(entry.name)) yield resolve(folder, entry.name);
    else if (entry.isDirectory() && !skipped.has(entry.name)) yield* walk(resolve(folder, entry.name));
  }
}
