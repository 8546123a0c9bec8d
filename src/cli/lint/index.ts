import { writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { settleArtifact } from '../../core/documents/config/glob.ts';
import { fixAll, LineIndex, type CheckResult, type Config } from '../../core/documents/index.ts';
import { HumanError } from '../../core/errors.ts';
import { formatOption, stringOption, type Arguments, type CliContext, type Command } from '../command.ts';
import { readFormat } from '../print.ts';
import { reportArtifacts } from '../artifact/reports.ts';
import { leaveOutKnown, readBaseline, writeBaseline } from './baseline.ts';
import { keepChanged } from './changed.ts';
import { readElsewhere } from '../../node/documents/elsewhere.ts';
import { isMarkdown, listAll, toName } from '../../node/documents/files.ts';
import { openLibrary, type OpenedLibrary } from '../../node/documents/openLibrary.ts';
import { chooseFiles, findRoot } from './files.ts';
import { printReport, reportFormats } from './formats/index.ts';
import { printPretty } from './formats/pretty.ts';
import { isOverGate } from './gate.ts';
import { summarize, toFileReport, toReported, type FileReport, type LintReport } from './report.ts';
import { takeShard } from './shard.ts';

export const lint: Command = {
  name: 'lint',
  summary: 'checks design documents',
  usage:
    '[paths…] [--format pretty|json|sarif|github] [--fix] [--profile <id>] [--max-warnings <n>] [--changed <ref>] [--shard <i/n>] [--baseline <file> | --write-baseline <file>] [--branches] [--stdin --stdin-filename <file>]',
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
    const root = await findRoot(context.cwd);
    const changed = stringOption(args, 'changed');
    const isPartial = changed !== undefined || stringOption(args, 'shard') !== undefined;
    const stdin = args.options['stdin'] ? await readStdin(context, args, root) : undefined;
    const all = await listAll(root);
    const named = stdin
      ? [stdin.file]
      : await chooseFiles(all, { root, cwd: context.cwd, paths: args.positionals }, isMarkdown);
    const narrow = async (files: readonly string[]) =>
      takeShard(changed === undefined ? files : await keepChanged(root, files, changed), stringOption(args, 'shard'));
    const wanted = await narrow(named);
    const keep = new Set(wanted);
    const { library, settings, texts } = await openLibrary(root, {
      all,
      adapt: (config, profiles) => withProfile(config, args, profiles),
      keep: (file) => keep.has(file),
    });
    const { config } = settings;
    if (stdin) {
      texts.set(stdin.file, stdin.text);
      library.put(stdin.file, stdin.text);
    }
    if (args.options['branches']) library.setElsewhere(await readElsewhere(root, library));

    const { reports: checked, fixed } = await checkFiles(root, wanted, {
      library,
      texts,
      fix: args.options['fix'] === true && !stdin,
    });
    const isNamed = toArtifactFilter({ root, cwd: context.cwd, config }, args.positionals);
    const artifacts = stdin
      ? []
      : await reportArtifacts({ root, files: await narrow(all.filter(isNamed)), config, detect: false });
    if (checked.length === 0 && artifacts.length === 0 && !isPartial) nothingMatched(named.length);
    const broken = settings.broken.map(({ file, kind, text, problems }) =>
      toFileReport({ file, profile: kind, lines: new LineIndex(text) }, problems),
    );
    const reports = [...broken, ...checked, ...artifacts];
    const write = stringOption(args, 'write-baseline');
    if (write !== undefined) await writeBaseline(resolve(context.cwd, write), reports);
    const baselineFile = stringOption(args, 'baseline') ?? write;
    const { files, known } =
      baselineFile === undefined
        ? { files: reports, known: 0 }
        : leaveOutKnown(reports, await readBaseline(resolve(context.cwd, baselineFile)));
    const shown = files.map((report) => ({ ...report, file: fromCwd(context.cwd, root, report.file) }));
    const counts = { looked: wanted.length, checked: checked.length, fixed, known };
    const report: LintReport = { files: shown, summary: summarize(shown, counts) };
    if (stdin && args.options['fix']) {
      // The fixed text itself, for an editor or a hook to take.
      context.out(fixAll(stdin.text, (text) => library.check(stdin.file, text).problems));
      return 0;
    }
    context.out(printReport(report, format, printPretty));
    return isOverGate(files, config, maxWarnings) ? 1 : 0;
  },
};

/** Whether a file is one of the paths, and the settings call it an artifact. */
function toArtifactFilter(
  { root, cwd, config }: { root: string; cwd: string; config: Config },
  paths: readonly string[],
): (file: string) => boolean {
  const places = (paths.length ? paths : ['.']).map((path) => toName(root, resolve(cwd, path)));
  const isAsked = (file: string) =>
    places.some((place) => place === '' || file === place || file.startsWith(`${place}/`));
  return (file) => isAsked(file) && (settleArtifact(file, config) ?? 'none') !== 'none';
}

/** Checks the wanted files, and with `fix` writes the ones whose safe fixes change something. */
async function checkFiles(
  root: string,
  wanted: readonly string[],
  { library, texts, fix }: Pick<OpenedLibrary, 'library' | 'texts'> & { fix: boolean },
): Promise<{ reports: FileReport[]; fixed: number }> {
  const reports: FileReport[] = [];
  let fixed = 0;
  for (const file of wanted) {
    let text = texts.get(file);
    if (text === undefined) continue;
    const better = fix ? fixAll(text, (current) => library.check(file, current).problems) : text;
    if (better !== text) {
      await writeFile(join(root, file), better);
      library.put(file, better);
      text = better;
      fixed += 1;
    }
    const report = toReport(file, library.check(file, text));
    if (report) reports.push(report);
  }
  return { reports, fixed };
}

function toReport(file: string, { document, detection, problems }: CheckResult): FileReport | undefined {
  if (!detection && problems.length === 0) return undefined;
  return {
    file,
    profile: detection?.profile.id ?? 'unknown',
    problems: problems.map((problem) => toReported(document, problem)),
  };
}

async function readStdin(
  { stdin, cwd }: CliContext,
  args: Arguments,
  root: string,
): Promise<{ file: string; text: string }> {
  const name = stringOption(args, 'stdin-filename');
  if (!name)
    throw new HumanError('--stdin needs the name the text has.', {
      next: 'Add --stdin-filename docs/adr/0001-words.md.',
    });
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Buffer));
  return { file: toName(root, resolve(cwd, name)), text: Buffer.concat(chunks).toString('utf8') };
}

/** `--profile` settles the format of everything that is checked. */
function withProfile(config: Parameters<typeof isOverGate>[1], args: Arguments, ids: readonly string[]) {
  const profile = stringOption(args, 'profile');
  if (profile === undefined) return config;
  if (!ids.includes(profile))
    throw new HumanError(`There is no profile "${profile}".`, { next: `Use one of: ${ids.join(', ')}.` });
  return { ...config, documents: [{ files: '**', profile }] };
}

function readCount(args: Arguments, name: string): number | undefined {
  const text = stringOption(args, name);
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  throw new HumanError(`--${name} takes a number, not "${text}".`, { next: `Write it as --${name} 10.` });
}

function nothingMatched(looked: number): never {
  throw new HumanError(`None of ${looked} Markdown files is a design document.`, {
    next: 'Name the files or folders that hold them, or give them a profile: --profile, or "documents" in .katapath/config.json.',
  });
}

/** As the person would type it from where they stand. */
function fromCwd(cwd: string, root: string, file: string): string {
  const near = relative(cwd, join(root, file));
  return isAbsolute(near) ? file : near.split('\\').join('/');
}
