import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { toName } from '../../node/documents/files.ts';
import type { reportFormats } from './formats/index.ts';

/** The nearest folder above that is a repository or has settings of ours; else where the person stands. */
export async function findRoot(cwd: string): Promise<string> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const names: string[] = await readdir(folder).catch(() => []);
    if (names.includes('.git') || names.includes('.katapath')) return folder;
    if (folder === dirname(folder)) return cwd;
  }
}

/** The repository around a root, which may be a part of it with settings of its own. */
async function findRepository(root: string): Promise<string> {
  for (let folder = root; ; folder = dirname(folder)) {
    const isThere = await stat(join(folder, '.git')).then(
      () => true,
      () => false,
    );
    if (isThere) return folder;
    if (folder === dirname(folder)) return root;
  }
}

/** How a report names files: for people from where they stand; GitHub knows them from the repository's root only. */
export async function namesFor(
  format: (typeof reportFormats)[number],
  { root, cwd }: { root: string; cwd: string },
): Promise<(file: string) => string> {
  const from = format === 'github' || format === 'sarif' ? await findRepository(root) : cwd;
  return (file) => {
    const near = relative(from, join(root, file));
    return isAbsolute(near) ? file : near.split('\\').join('/');
  };
}

/**
 * Which of the root's files the paths name: a file whatever it is called, of a folder those that fit. A symbolic link
 * names what it leads to.
 */
export async function chooseFiles(
  all: readonly string[],
  { root, cwd, paths }: { root: string; cwd: string; paths: readonly string[] },
  fits: (file: string) => boolean,
): Promise<string[]> {
  const chosen = new Set<string>();
  const realRoot = await realpath(root);
  for (const path of paths.length ? paths : ['.']) {
    const absolute = resolve(cwd, path);
    const about = await stat(absolute).catch(() => undefined);
    if (!about)
      throw new HumanError(`There is no file or folder "${path}".`, {
        next: 'Check the spelling, and from which folder you run this.',
      });
    const name = toName(realRoot, await realpath(absolute));
    if (isOutside(name))
      throw new HumanError(`"${path}" is outside of ${root}.`, {
        next: 'Run this from the folder that holds it.',
      });
    if (!about.isDirectory()) chosen.add(name);
    else for (const file of all) if (fits(file) && (name === '' || file.startsWith(`${name}/`))) chosen.add(file);
  }
  return [...chosen].sort();
}

const isOutside = (name: string) => name === '..' || name.startsWith('../') || isAbsolute(name);
