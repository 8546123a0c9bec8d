import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { placeOf } from '../../node/findWorkspace.ts';
import { toName } from '../../node/documents/files.ts';
import type { reportFormats } from './formats/index.ts';

/** How a report names files: for people from where they stand; GitHub knows them from the repository's root only. */
export async function namesFor(
  format: (typeof reportFormats)[number],
  { root, cwd }: { root: string; cwd: string },
): Promise<(file: string) => string> {
  const from = format === 'github' || format === 'sarif' ? (await placeOf(cwd, root)).repository : cwd;
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
