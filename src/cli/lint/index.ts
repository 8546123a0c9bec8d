import { didYouMean } from '../../core/text/didYouMean.ts';
import { resolve } from 'node:path';
import { settleArtifact, settleProfile } from '../../core/documents/config/glob.ts';
import { fixAll, LineIndex, type Config } from '../../core/documents/index.ts';
import { HumanError, toSentence } from '../../core/errors.ts';
import { toOneLine } from '../../core/text/visible.ts';
import { formatOption, stringOption, type Arguments, type Command } from '../command.ts';
import { readFormat } from '../print.ts';
import { reportArtifacts } from './reports.ts';
import { leaveOutKnown, readBaseline, writeBaseline } from './baseline.ts';
import { keepBereft, keepChanged, readCommit } from './changed.ts';
import { checkFiles } from './checkFiles.ts';
import { readElsewhere } from '../../node/documents/elsewhere.ts';
import { findWorkspace, placeOf } from '../../node/findWorkspace.ts';
import { isMarkdown, listAll, toName } from '../../node/documents/files.ts';
import { openLibrary } from '../../node/documents/openLibrary.ts';
import type { Settings } from '../../node/documents/settings.ts';
import { chooseFiles, namesFor } from './files.ts';
import { printReport, reportFormats } from './formats/index.ts';
import { printPretty } from './formats/pretty.ts';
import { isOverGate } from './gate.ts';
import { summarize, toFileReport, type FileReport, type LintReport } from './report.ts';
import { readShard, takeShard } from './shard.ts';
import { readStdin } from './stdin.ts';

export const lint: Command = {
  options: {
    ...formatOption,
    fix: { type: 'boolean' },
    profile: { type: 'string' },
    'max-warnings': { type: 'string' },
    changed: { type: 'string' },
    shard: { type: 'string' },
    baseline: { type: 'string' },
    'write-baseline': { type: 'string' },
    branches: { type: 'boolean' },
    stdin: { type: 'boolean' },
    'stdin-filename': { type: 'string' },
  },
  async run(context, args) {
    const format = readFormat(args, reportFormats);
    const maxWarnings = readCount(args, 'max-warnings');
    const root = await findWorkspace(context.cwd);
    const place = { root, cwd: context.cwd, paths: args.positionals };
    const write = readWriteBaseline(args, place);
    const ref = stringOption(args, 'changed');
    const words = stringOption(args, 'shard');
    const shard = words === undefined ? undefined : readShard(words);
    const stdin = await readStdin(context, args, root);
    const listing = await listAll(root);
    const named = stdin ? [stdin.file] : await chooseFiles(listing.files, place, isMarkdown);
    const here = await placeOf(context.cwd, root);
    const before = ref === undefined ? undefined : await readCommit(here, ref);
    const differing = async (files: readonly string[]) => (before ? await keepChanged(root, files, before) : files);
    const changed = await differing(named);
    // Which of the others have lost what they link to is known once all are read.
    const keep = new Set(before ? named : takeShard(changed, shard));
    const { library, settings, texts, damaged, unreadable } = await openLibrary(root, {
      listing,
      adapt: (config, profiles) => withProfile(config, args, profiles),
      keep: (file) => keep.has(file),
    });
    for (const error of unreadable) context.err(`katapath: ${toSentence(error)}\n`);
    const { config } = settings;
    if (stdin) {
      texts.set(stdin.file, stdin.text);
      library.put(stdin.file, stdin.text);
    }
    if (args.options['branches']) library.setElsewhere(await readElsewhere(here, library));

    const bereft = before ? keepBereft(named, before, library.corpus) : [];
    const wanted = takeShard(bereft.length ? [...new Set([...changed, ...bereft])].sort() : changed, shard);
    const {
      reports: checked,
      fixed,
      unfixed,
    } = await checkFiles(root, wanted, { library, texts, damaged, fix: args.options['fix'] === true && !stdin });
    const settled = stdin ? [] : listing.files.filter(toArtifactFilter(place, config));
    const artifacts = await reportArtifacts({
      root,
      files: takeShard(await differing(settled), shard),
      config,
      detect: false,
    });
    // A shard may go without, but not all of them together.
    const isElsewhere = shard !== undefined && (settled.length > 0 || named.some((file) => library.corpus.entry(file)));
    if (checked.length === 0 && artifacts.length === 0 && ref === undefined && !isElsewhere)
      nothingMatched(named, config);
    // Once for all shards, and never known: with broken settings nobody knows what the other problems are worth.
    const broken = (shard?.index ?? 1) > 1 ? [] : settings.broken.map(toBrokenReport);
    const found = [...checked, ...artifacts];
    if (write !== undefined) await writeBaseline(context.cwd, write, found);
    const baselineFile = stringOption(args, 'baseline');
    const baseline = write ?? (baselineFile === undefined ? undefined : resolve(context.cwd, baselineFile));
    const { files: unknown, known } =
      baseline === undefined ? { files: found, known: 0 } : leaveOutKnown(found, await readBaseline(baseline));
    const files = [...broken, ...unknown];
    const toShown = await namesFor(format, place);
    const shown = files.map((report) => ({ ...report, file: toShown(report.file) }));
    const counts = { looked: wanted.length, checked: checked.length, fixed, known };
    const report: LintReport = { files: shown, summary: summarize(shown, counts) };
    if (stdin && args.options['fix']) {
      // The fixed text itself, for an editor or a hook to take.
      context.hand(fixAll(stdin.text, (text) => library.check(stdin.file, text).problems));
      return 0;
    }
    (format === 'github' ? context.hand : context.out)(printReport(report, format, printPretty));
    for (const { file, why } of unfixed) context.err(`katapath: ${toOneLine(toShown(file))} was not fixed: ${why}\n`);
    return isOverGate(files, config, maxWarnings) ? 1 : 0;
  },
};

interface Place {
  readonly root: string;
  readonly cwd: string;
  readonly paths: readonly string[];
}

/** The paths as the root's documents call them; the whole is the empty one. */
const toNames = ({ root, cwd, paths }: Place) =>
  (paths.length ? paths : ['.']).map((path) => toName(root, resolve(cwd, path)));

/** Where to write a baseline. It is of everything: what a part of a run does not see would be forgotten. */
function readWriteBaseline(args: Arguments, place: Place): string | undefined {
  const write = stringOption(args, 'write-baseline');
  if (write === undefined) return undefined;
  const narrowing = ['changed', 'shard', 'stdin'].filter((name) => args.options[name] !== undefined);
  if (narrowing.length > 0 || !toNames(place).includes(''))
    throw new HumanError('A baseline is of all documents, and this run would look at some of them only.', {
      next: `Run it in ${place.root}, without paths${narrowing.map((name) => ` and without --${name}`).join('')}.`,
    });
  return resolve(place.cwd, write);
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

/** `--profile` settles the format of everything that is checked. */
function withProfile(config: Parameters<typeof isOverGate>[1], args: Arguments, ids: readonly string[]) {
  const profile = stringOption(args, 'profile');
  if (profile === undefined) return config;
  if (!ids.includes(profile))
    throw new HumanError(`There is no profile "${profile}".${didYouMean(profile, ids)}`, {
      next: `Use one of: ${ids.join(', ')}.`,
    });
  return { ...config, documents: [{ files: '**', profile }] };
}

function readCount(args: Arguments, name: string): number | undefined {
  const text = stringOption(args, name);
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new HumanError(`--${name} takes a number, not "${text}".`, { next: `Write it as --${name} 10.` });
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
