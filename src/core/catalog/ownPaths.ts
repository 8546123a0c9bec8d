import { paths as bundledPaths } from 'katapath:catalog';
import { toSentence } from '../errors.ts';
import type { Folder } from '../ports.ts';
import { bundledCatalog, type Catalog } from '../model/catalog.ts';
import { entriesOf, isItem, joinPaths } from '../model/joinPaths.ts';
import type { ItemEntry, PathFile } from '../model/path.ts';
import { toOneLine } from '../text/visible.ts';
import { isReadAlike } from '../text/alike.ts';

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
 * what a workspace writes under its id counts as naming it, and no item of a workspace was ever called what it is called.
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
        const alike = bundledPaths.find(({ id, title }) => id !== read.id && isReadAlike(title, read.title));
        const earlier = [...bundledPaths, ...found].find(({ id }) => id === read.id);
        if (alike)
          problems.push(
            `${file}: Katapath has a path called “${alike.title}”. Give this one another title; it is left out.`,
          );
        else if (!earlier) found.push(read);
        else if (!isSame(earlier, read))
          problems.push(`${file}: there is a path “${read.id}” already; this one is left out.`);
      }
    }
  }
  if (found.length === 0) return { catalog: bundledCatalog, problems };
  const paths = [...bundledPaths, ...nameBundledItems(found)];
  for (const id of findUnwritten(paths))
    problems.push(`No path writes out the item “${id}”, so it is left out. Correct its id in ${ownPathsFolder}.`);
  return { catalog: { ...bundledCatalog, paths: joinPaths(paths) }, problems };
}

/** Ids that are listed and stand for no item. */
function findUnwritten(paths: readonly PathFile[]): readonly string[] {
  const entries = paths.flatMap(entriesOf);
  const written = new Set(entries.filter(isItem).map(({ id }) => id));
  return [...new Set(entries.filter((entry) => !isItem(entry) && !written.has(entry)))] as string[];
}

/** Clones of one repository hold the same path, and one of them is enough. */
function isSame(one: PathFile, other: PathFile): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The path, or why it is none. */
async function readPath(folder: Folder, file: string): Promise<PathFile | string> {
  let text: string;
  try {
    text = (await folder.read(file)) ?? '';
  } catch (error) {
    return `${file} could not be read. ${toSentence(error)}`;
  }
  if (text.length > MOST_CHARACTERS) return `${file} is too long for a path.`;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return `${file} is no JSON: ${(error as Error).message}.`;
  }
  const { validate } = await import('katapath:schema/path');
  if (validate(data)) return speakPlainly(data as PathFile);
  const [first] = validate.errors ?? [];
  return `${file} is no path: ${first?.instancePath || 'it'} ${first?.message ?? 'does not fit the schema'}.`;
}

/** With nothing hidden in its words, and each title on a line: they are shown in rows, in sentences and on terminals. */
function speakPlainly<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    typeof each === 'string' ? toOneLine(each) : each,
  ) as T;
}

function nameBundledItems(paths: readonly PathFile[]): readonly PathFile[] {
  const items = bundledPaths.flatMap(entriesOf).filter(isItem);
  const bundled = new Set(items.map(({ id }) => id));
  const taken = new Set([
    ...items.flatMap(({ id, aliases = [] }) => [id, ...aliases]),
    ...bundledCatalog.katas.map(({ manifest }) => manifest.id),
  ]);
  const entry = (each: ItemEntry): ItemEntry => {
    if (!isItem(each)) return each;
    if (bundled.has(each.id)) return each.id;
    return { ...each, ...(each.aliases && { aliases: each.aliases.filter((alias) => !taken.has(alias)) }) };
  };
  return paths.map((path) => ({
    ...path,
    steps: path.steps.map((step) => ({ ...step, items: step.items.map(entry) })),
    resources: path.resources.map(entry),
  }));
}
