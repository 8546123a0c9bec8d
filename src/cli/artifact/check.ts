import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { findArtifactKind, languageOf } from '../../core/artifacts/index.ts';
import { HumanError } from '../../core/errors.ts';
import { formatOption, stringOption, type Command } from '../command.ts';
import { listAll, toName } from '../../node/documents/files.ts';
import { readSettings } from '../../node/documents/settings.ts';
import { findRoot } from '../lint/files.ts';
import { printGithub } from '../lint/formats/github.ts';
import { toSarif } from '../lint/formats/sarif.ts';
import { summarize, type FileReport, type LintReport } from '../lint/report.ts';
import { printJson, readFormat } from '../print.ts';
import { reportArtifacts } from './reports.ts';

const formats = ['pretty', 'json', 'sarif', 'github'] as const;

export const checkArtifacts: Command = {
  name: 'check',
  summary: 'checks files that are artifacts: named, or found by what they look like',
  usage: '[paths…] [--kind <id>] [--format pretty|json|sarif|github]',
  options: { ...formatOption, kind: { type: 'string' } },
  async run(context, args) {
    const format = readFormat(args, formats);
    const kind = stringOption(args, 'kind');
    if (kind !== undefined && !findArtifactKind(kind))
      throw new HumanError(`There is no kind “${kind}”.`, { next: 'Run "katapath artifact kinds" to see them.' });
    const root = await findRoot(context.cwd);
    const all = await listAll(root);
    const { config } = await readSettings(root, all);
    const files = await chooseArtifacts(all, { root, cwd: context.cwd, paths: args.positionals });
    const reports = await reportArtifacts({ root, files, config, kind, detect: true });
    if (reports.length === 0)
      throw new HumanError('None of these files is an artifact.', {
        next: 'Name the kind: --kind, or "artifacts" in .katapath/config.json. "katapath artifact kinds" lists them.',
      });
    const shown = reports.map((report) => ({
      ...report,
      file: relative(context.cwd, resolve(root, report.file)).replaceAll('\\', '/'),
    }));
    const report = { files: shown, summary: summarize(shown, { looked: files.length, fixed: 0, known: 0 }) };
    context.out(print(report, format));
    return report.summary.problems.error > 0 ? 1 : 0;
  },
};

/** Files that are named are taken whatever they are called, those of a folder only when a kind is written like them. */
async function chooseArtifacts(
  all: readonly string[],
  { root, cwd, paths }: { root: string; cwd: string; paths: readonly string[] },
): Promise<string[]> {
  const chosen = new Set<string>();
  for (const path of paths.length > 0 ? paths : ['.']) {
    const absolute = resolve(cwd, path);
    const about = await stat(absolute).catch(() => undefined);
    const name = toName(root, absolute);
    if (!about || name.startsWith('../'))
      throw new HumanError(about ? `“${path}” is outside of ${root}.` : `There is no file or folder “${path}”.`, {
        next: 'Check the spelling, and from which folder you run this.',
      });
    if (!about.isDirectory()) chosen.add(name);
    else
      for (const file of all)
        if ((name === '' || file.startsWith(`${name}/`)) && languageOf(file) !== undefined) chosen.add(file);
  }
  return [...chosen].sort();
}

function print(report: LintReport, format: (typeof formats)[number]): string {
  switch (format) {
    case 'pretty':
      return printPretty(report.files);
    case 'json':
      return printJson(report);
    case 'sarif':
      return printJson(toSarif(report));
    case 'github':
      return printGithub(report);
  }
}

function printPretty(files: readonly FileReport[]): string {
  const rows = files.flatMap(({ file, profile, problems }) => [
    `${file}  (${profile})  ${problems.length === 0 ? 'passes' : ''}`.trimEnd(),
    ...problems.map(
      ({ line, column, severity, code, message }) => `  ${line}:${column}  ${severity}  ${code}  ${message}`,
    ),
  ]);
  const codes = new Set(files.flatMap(({ problems }) => problems.map(({ code }) => code)));
  const hint = codes.size > 0 ? [`Why and how: katapath artifact explain ${[...codes][0]!}`] : [];
  return `${[...rows, ...hint].join('\n')}\n`;
}
