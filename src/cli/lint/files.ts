import { readdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { toName } from '../../node/documents/files.ts';

/** The nearest folder above that is a repository or has settings of ours; else where the person stands. */
export async function findRoot(cwd: string): Promise<string> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const names: string[] = await readdir(folder).catch(() => []);
    if (names.includes('.git') || names.includes('.katapath')) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}

/** Which of the root's files the paths name: a file whatever it is called, of a folder those that fit. */
export async function chooseFiles(
  all: readonly string[],
  { root, cwd, paths }: { root: string; cwd: string; paths: readonly string[] },
  fits: (file: string) => boolean,
): Promise<string[]> {
  const chosen = new Set<string>();
  for (const path of paths.length ? paths : ['.']) {
    const absolute = resolve(cwd, path);
    const about = await stat(absolute).catch(() => undefined);
    if (!about)
      throw new HumanError(`There is no file or folder "${path}".`, {
        next: 'Check the spelling, and from which folder you run this.',
      });
    const name = toName(root, absolute);
    if (name.startsWith('../'))
      throw new HumanError(`"${path}" is outside of ${root}.`, {
        next: 'Run this from the folder that holds it.',
      });
    if (!about.isDirectory()) chosen.add(name);
    else for (const file of all) if (fits(file) && (name === '' || file.startsWith(`${name}/`))) chosen.add(file);
  }
  return [...chosen].sort();
}
