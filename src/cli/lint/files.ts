import { readdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { isMarkdown, toName } from '../../node/documents/files.ts';

/** The nearest folder above that is a repository or has settings of ours; else where the person stands. */
export async function findRoot(cwd: string): Promise<string> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const names: string[] = await readdir(folder).catch(() => []);
    if (names.includes('.git') || names.includes('.katapath')) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}

/** Which of the root's Markdown files the paths name; a file that is named is taken whatever it is called. */
export async function chooseFiles(
  all: readonly string[],
  place: { root: string; cwd: string },
  paths: readonly string[],
): Promise<string[]> {
  const chosen = new Set<string>();
  for (const path of paths.length ? paths : ['.']) {
    const absolute = resolve(place.cwd, path);
    const about = await stat(absolute).catch(() => undefined);
    if (!about)
      throw new HumanError(`There is no file or folder "${path}".`, {
        next: 'Check the spelling, and from which folder you run this.',
      });
    const name = toName(place.root, absolute);
    if (name.startsWith('../'))
      throw new HumanError(`"${path}" is outside of ${place.root}.`, {
        next: 'Run this from the folder that holds the documents.',
      });
    if (!about.isDirectory()) chosen.add(name);
    else for (const file of all) if (isMarkdown(file) && (name === '' || file.startsWith(`${name}/`))) chosen.add(file);
  }
  return [...chosen].sort();
}
