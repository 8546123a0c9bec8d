import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { supportPrefix, usedLibraries } from '../../core/katas/kataContent.ts';
import type { Files } from '../../core/runs/runner.ts';
import type { CliContext } from '../command.ts';

/** A kata's folder as its author has it on disk. */
export interface KataSource {
  readonly folderName: string;
  /** Absolute. */
  readonly path: string;
  /** With those of the support libraries it uses, below `support/`. */
  readonly files: Files;
}

/**
 * The katas of a folder (absolute): the folder itself when it holds a `kata.json`, else every folder in it. `siblings` are the
 * names of all katas there are, so that one kata alone may require another.
 */
export function readKatas(
  root: string,
  id: string | undefined,
): { readonly katas: readonly KataSource[]; readonly siblings: readonly string[] } {
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new HumanError(`There is no folder “${root}”.`, {
      next: 'Name a kata’s folder, or the folder of all katas.',
    });
  const isOne = existsSync(join(root, 'kata.json'));
  const parent = isOne ? dirname(root) : root;
  const siblings = readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const wanted = isOne ? [basename(root)] : id === undefined ? siblings : siblings.filter((name) => name === id);
  // One folder without a manifest is a mistake; when none has one, this is not the place of katas.
  if (!isOne && !wanted.some((name) => existsSync(join(root, name, 'kata.json'))))
    throw new HumanError(id === undefined ? `“${root}” holds no kata.` : `“${root}” holds no kata “${id}”.`, {
      next: 'A kata is a folder with a kata.json.',
    });
  const support = join(dirname(parent), 'support');
  const katas = wanted.map((folderName) => {
    const path = isOne ? root : join(root, folderName);
    const own = readFiles(path);
    return { folderName, path, files: { ...own, ...readSupport(support, own['kata.json']) } };
  });
  return { katas, siblings };
}

/** The folder asked for, else the katas of the folder the person stands in, else those of the package. */
export function exercisesFolder({ cwd, packageRoot }: CliContext, asked: string | undefined): string {
  if (asked !== undefined) return resolve(cwd, asked);
  const here = join(cwd, 'katas', 'exercises');
  return existsSync(here) ? here : join(packageRoot, 'katas', 'exercises');
}

/** The libraries of `katas/support/` that a manifest asks for; whether it is a good manifest is told elsewhere. */
function readSupport(support: string, manifest: string | undefined): Files {
  const libraries = usedLibraries(manifest).filter((library) => existsSync(join(support, library)));
  const files = libraries.flatMap((library) =>
    Object.entries(readFiles(join(support, library)))
      .filter(([name]) => name.includes('/') || name === 'README.md')
      .map(([name, text]) => [`${supportPrefix}${library}/${name}`, text] as const),
  );
  return Object.fromEntries(files);
}

/** What tools leave behind is no part of a kata. */
const ignored = /^(\.|__pycache__$|node_modules$)/;

function readFiles(folder: string, below = ''): Files {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (ignored.test(entry.name)) continue;
    if (entry.isDirectory()) Object.assign(files, readFiles(folder, name));
    else if (entry.isFile()) files[name] = readFileSync(join(folder, name), 'utf8');
  }
  return files;
}
