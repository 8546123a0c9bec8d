import { paths as bundledPaths } from 'katapath:catalog';
import type { Folder } from '../ports.ts';
import { bundledCatalog, type Catalog } from './catalog.ts';
import { isItem, joinPaths } from './joinPaths.ts';
import type { ItemEntry, PathFile } from './path.ts';

/** Where a workspace keeps learning paths of its own. */
export const ownPathsFolder = '.katapath/paths';

export interface OwnPaths {
  readonly catalog: Catalog;
  /** What could not be taken in, a sentence for each file. */
  readonly problems: readonly string[];
}

/** A path is a page or two of text; what is far above is none. */
const MOST_CHARACTERS = 1_000_000;
const MOST_FILES = 50;

/**
 * The catalog with the paths of these workspace folders after the bundled ones. A path is data: it names katas,
 * profiles and kinds of artifact that are built in, and nothing in it is run. A bundled path or item keeps its meaning:
 * what a workspace writes under its id counts as naming it.
 */
export async function withOwnPaths(folders: readonly Folder[]): Promise<OwnPaths> {
  const problems: string[] = [];
  const found: PathFile[] = [];
  for (const folder of folders) {
    const entries = await folder.list(ownPathsFolder).catch(() => []);
    const files = entries.filter(({ kind, name }) => kind === 'file' && name.endsWith('.json')).slice(0, MOST_FILES);
    for (const { name } of files) {
      const file = `${ownPathsFolder}/${name}`;
      const read = await readPath(folder, file);
      if (typeof read === 'string') problems.push(read);
      else {
        const earlier = [...bundledPaths, ...found].find(({ id }) => id === read.id);
        if (!earlier) found.push(read);
        else if (!isSame(earlier, read))
          problems.push(`${file}: there is a path “${read.id}” already; this one is left out.`);
      }
    }
  }
  if (found.length === 0) return { catalog: bundledCatalog, problems };
  const own = nameBundledItems(found);
  return { catalog: { ...bundledCatalog, paths: joinPaths([...bundledPaths, ...own]) }, problems };
}

/** Clones of one repository hold the same path, and one of them is enough. */
function isSame(one: PathFile, other: PathFile): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The path, or why it is none. */
async function readPath(folder: Folder, file: string): Promise<PathFile | string> {
  try {
    const text = (await folder.read(file)) ?? '';
    if (text.length > MOST_CHARACTERS) return `${file} is too long for a path.`;
    const data: unknown = JSON.parse(text);
    const { validate } = await import('katapath:schema/path');
    if (validate(data)) return data as PathFile;
    const [first] = validate.errors ?? [];
    return `${file} is no path: ${first?.instancePath || 'it'} ${first?.message ?? 'does not fit the schema'}.`;
  } catch {
    return `${file} could not be read as JSON.`;
  }
}

function nameBundledItems(paths: readonly PathFile[]): readonly PathFile[] {
  const bundled = new Set(
    bundledCatalog.paths.flatMap(({ steps, resources }) =>
      [...steps.flatMap(({ items }) => items), ...resources].map(({ id }) => id),
    ),
  );
  const entry = (each: ItemEntry): ItemEntry => (isItem(each) && bundled.has(each.id) ? each.id : each);
  return paths.map((path) => ({
    ...path,
    steps: path.steps.map((step) => ({ ...step, items: step.items.map(entry) })),
    resources: path.resources.map(entry),
  }));
}
