import { settleArtifact, settleProfile } from '../../core/documents/config/glob.ts';
import { LineIndex, type Config } from '../../core/documents/index.ts';
import { HumanError } from '../../core/errors.ts';
import { readElsewhere } from '../../node/documents/elsewhere.ts';
import { isMarkdown, listAll } from '../../node/documents/files.ts';
import { openLibrary, type OpenedLibrary } from '../../node/documents/openLibrary.ts';
import type { Settings } from '../../node/documents/settings.ts';
import { placeOf } from '../../node/findWorkspace.ts';
import { keepBereft, keepChanged, readCommit } from './changed.ts';
import { checkFiles, type Checked } from './checkFiles.ts';
import { chooseFiles } from './files.ts';
import { toFileReport, type FileReport } from './report.ts';
import { reportArtifacts } from './reports.ts';
import { takeShard } from './shard.ts';
import { toNames, type Place, type Wishes } from './wishes.ts';

/** All that a run found, before anything of it is left out. */
export interface Found {
  readonly opened: OpenedLibrary;
  /** Trouble in the settings. Nobody knows what other problems are worth then, so no baseline knows it. */
  readonly broken: readonly FileReport[];
  readonly documents: Checked;
  readonly artifacts: readonly FileReport[];
  /** How many Markdown files were looked at. */
  readonly looked: number;
}

export async function gather({ place, since, shard, stdin, fix, branches, adapt }: Wishes): Promise<Found> {
  const { root } = place;
  const listing = await listAll(root);
  const named = stdin ? [stdin.file] : await chooseFiles(listing.files, place, isMarkdown);
  const here = await placeOf(place.cwd, root);
  const before = since === undefined ? undefined : await readCommit(here, since);
  const differing = async (files: readonly string[]) => (before ? await keepChanged(root, files, before) : files);
  const changed = await differing(named);
  // Which of the others have lost what they link to is known once all are read.
  const keep = new Set(before ? named : takeShard(changed, shard));
  const opened = await openLibrary(root, { listing, adapt, keep: (file) => keep.has(file) });
  const { library, settings, texts } = opened;
  if (stdin) {
    texts.set(stdin.file, stdin.text);
    library.put(stdin.file, stdin.text);
  }
  if (branches) library.setElsewhere(await readElsewhere(here, library));

  const bereft = before ? keepBereft(named, before, library.corpus) : [];
  const wanted = takeShard(bereft.length ? [...new Set([...changed, ...bereft])].sort() : changed, shard);
  const documents = await checkFiles(root, wanted, { ...opened, fix: fix && !stdin });
  const settled = stdin ? [] : listing.files.filter(toArtifactFilter(place, settings.config));
  const files = takeShard(await differing(settled), shard);
  const artifacts = await reportArtifacts({ root, files, config: settings.config, detect: false });
  // A shard may go without, but not all of them together.
  const isElsewhere = shard !== undefined && (settled.length > 0 || named.some((file) => library.corpus.entry(file)));
  if (documents.reports.length === 0 && artifacts.length === 0 && since === undefined && !isElsewhere)
    nothingMatched(named, settings.config);
  // Once for all shards.
  const broken = (shard?.index ?? 1) > 1 ? [] : settings.broken.map(toBrokenReport);
  return { opened, broken, documents, artifacts, looked: wanted.length };
}

function toBrokenReport({ file, kind, text, problems }: Settings['broken'][number]): FileReport {
  return toFileReport({ file, profile: kind, lines: new LineIndex(text) }, problems);
}

/** Whether a file is one of the paths, and the settings call it an artifact. */
function toArtifactFilter(place: Place, config: Config): (file: string) => boolean {
  const names = toNames(place);
  const isAsked = (file: string) => names.some((name) => name === '' || file === name || file.startsWith(`${name}/`));
  return (file) => isAsked(file) && (settleArtifact(file, config) ?? 'none') !== 'none';
}

function nothingMatched(named: readonly string[], config: Config): never {
  if (named.length === 0)
    throw new HumanError('There are no Markdown files here.', { next: 'Name the files or folders that hold them.' });
  if (named.every((file) => settleProfile(file, config) === 'none'))
    throw new HumanError(`The settings leave out each of the ${named.length} Markdown files here.`, {
      next: 'Change "ignore" or "documents" in .katapath/config.json, or name other files.',
    });
  throw new HumanError(`None of ${named.length} Markdown files is a design document.`, {
    next: 'Name the files or folders that hold them, or give them a profile: --profile, or "documents" in .katapath/config.json.',
  });
}
