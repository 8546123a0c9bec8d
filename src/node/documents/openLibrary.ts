import { basename, join } from 'node:path';
import { DocumentLibrary, type Config } from '../../core/documents/index.ts';
import { today } from '../../core/model/days.ts';
import type { HumanError } from '../../core/errors.ts';
import { explainUnreadable } from '../fileErrors.ts';
import { LARGEST } from '../readGiven.ts';
import { readRegularFile } from '../readRegularFile.ts';
import { decode, keepsBytes } from './decode.ts';
import { isMarkdown, listAll, type Listing } from './files.ts';
import { readSettings, type Settings } from './settings.ts';

/** A workspace folder's Markdown, read once. */
export interface OpenedLibrary {
  readonly library: DocumentLibrary;
  readonly settings: Settings;
  /** The texts that were asked to be kept. */
  readonly texts: Map<string, string>;
  /** Which of them have bytes that are not UTF-8: written back, they would lose those. */
  readonly damaged: ReadonlySet<string>;
  /** Why some of them could not be read. */
  readonly unreadable: readonly HumanError[];
}

interface Wishes {
  /** What lies in the folder, when it is known. */
  readonly listing?: Listing;
  /** The configuration to use in place of the one that was read; `profiles` are the ids there are. */
  readonly adapt?: (config: Config, profiles: readonly string[]) => Config;
  /** Files whose texts are wanted afterwards. */
  readonly keep?: (file: string) => boolean;
}

/** Reads every Markdown file of a folder: each document's check needs to know of the others. */
export async function openLibrary(
  root: string,
  { listing, adapt = (config) => config, keep = () => false }: Wishes = {},
): Promise<OpenedLibrary> {
  const { all, files } = listing ?? (await listAll(root));
  const settings = await readSettings(root, all);
  const library = new DocumentLibrary({
    workspace: basename(root),
    config: adapt(
      settings.config,
      settings.profiles.map(({ id }) => id),
    ),
    profiles: settings.profiles,
    today,
  });
  library.setFiles(all);
  const texts = new Map<string, string>();
  const damaged = new Set<string>();
  const unreadable: HumanError[] = [];
  for (const file of files) if (isMarkdown(file) || keep(file)) await take(file);
  return { library, settings, texts, damaged, unreadable };

  async function take(file: string): Promise<void> {
    const bytes = await readRegularFile(join(root, file), { limit: LARGEST }).catch((error: unknown) => {
      if (keep(file)) unreadable.push(explainUnreadable(error, file));
    });
    const text = bytes && decode(bytes);
    if (text === undefined) return;
    library.put(file, text);
    if (!keep(file)) return;
    texts.set(file, text);
    if (!keepsBytes(bytes!)) damaged.add(file);
  }
}
