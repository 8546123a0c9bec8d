import { didYouMean } from '../../core/text/didYouMean.ts';
import { artifactKinds, findArtifactKind, languageOf } from '../../core/artifacts/index.ts';
import { HumanError } from '../../core/errors.ts';
import { formatOption, stringOption, type Command } from '../command.ts';
import { listAll } from '../../node/documents/files.ts';
import { readSettings } from '../../node/documents/settings.ts';
import { findWorkspace } from '../../node/findWorkspace.ts';
import { chooseFiles, namesFor } from '../lint/files.ts';
import { printReport, reportFormats } from '../lint/formats/index.ts';
import { summarize, type LintReport } from '../lint/report.ts';
import { lines, readFormat } from '../print.ts';
import { reportArtifacts } from '../lint/reports.ts';

export const checkArtifacts: Command = {
  options: { ...formatOption, kind: { type: 'string' } },
  async run(context, args) {
    const format = readFormat(args, reportFormats);
    const kind = stringOption(args, 'kind');
    if (kind !== undefined && !findArtifactKind(kind))
      throw new HumanError(
        `There is no kind “${kind}”.${didYouMean(
          kind,
          artifactKinds.map(({ id }) => id),
        )}`,
        { next: 'Run "katapath artifact kinds" to see them.' },
      );
    const root = await findWorkspace(context.cwd);
    const { all, files: listed } = await listAll(root);
    const { config } = await readSettings(root, all);
    const files = await chooseFiles(
      listed,
      { root, cwd: context.cwd, paths: args.positionals },
      (file) => languageOf(file) !== undefined,
    );
    const reports = await reportArtifacts({ root, files, config, kind, detect: true });
    if (reports.length === 0)
      throw new HumanError('None of these files is an artifact.', {
        next: 'Name the kind: --kind, or "artifacts" in .katapath/config.json. "katapath artifact kinds" lists them.',
      });
    const toShown = await namesFor(format, { root, cwd: context.cwd });
    const shown = reports.map((report) => ({ ...report, file: toShown(report.file) }));
    const report = {
      files: shown,
      summary: summarize(shown, { looked: files.length, checked: shown.length, fixed: 0, known: 0 }),
    };
    (format === 'github' ? context.hand : context.out)(printReport(report, format, printPretty));
    return report.summary.problems.error > 0 ? 1 : 0;
  },
};

function printPretty({ files }: LintReport): string {
  const rows = files.flatMap(({ file, profile, problems }) => [
    `${file}  (${profile})  ${problems.length === 0 ? 'passes' : ''}`.trimEnd(),
    ...problems.map(
      ({ line, column, severity, code, message }) => `  ${line}:${column}  ${severity}  ${code}  ${message}`,
    ),
  ]);
  const codes = new Set(files.flatMap(({ problems }) => problems.map(({ code }) => code)));
  const hint = codes.size > 0 ? [`Why and how: katapath artifact explain ${[...codes][0]!}`] : [];
  return lines([...rows, ...hint]);
}
