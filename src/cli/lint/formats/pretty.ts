import { lines } from '../../print.ts';
import type { FileReport, LintReport } from '../report.ts';

export function printPretty({ files, summary }: LintReport): string {
  const { checked, looked, fixed, known } = summary;
  const profiles = Object.entries(summary.profiles).map(([profile, count]) => `${profile} ${count}`);
  const counts = (['error', 'warning', 'info', 'hint'] as const)
    .filter((severity) => summary.problems[severity] > 0)
    .map((severity) => `${summary.problems[severity]} ${severity}`);
  return lines([
    ...files.filter(({ problems }) => problems.length > 0).flatMap(printFile),
    `${checked} of ${looked} Markdown files are design documents${profiles.length ? ` (${profiles.join(', ')})` : ''}; ${looked - checked} matched no profile.`,
    ...(fixed ? [`${fixed} ${fixed === 1 ? 'file was' : 'files were'} fixed.`] : []),
    ...(known ? [`${known} known ${known === 1 ? 'problem is' : 'problems are'} left out by the baseline.`] : []),
    counts.length ? `Problems: ${counts.join(', ')}.` : 'No problems.',
  ]);
}

function printFile({ file, profile, problems }: FileReport): string[] {
  const rows = problems.map(
    ({ line, column, severity, code, message, fixable }) =>
      `  ${line}:${column}  ${severity}  ${code}  ${message}${fixable ? '  (fixable)' : ''}`,
  );
  return [`${file}  (${profile})`, ...rows, ''];
}
