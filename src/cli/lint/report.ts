import type { Problem, Severity } from '../../core/problem.ts';

/** What the check found in one file, in the words every format prints. Lines and columns are 1-based. */
export interface FileReport {
  readonly file: string;
  readonly profile: string;
  readonly problems: readonly ReportedProblem[];
}

export interface ReportedProblem extends Pick<Problem, 'code' | 'severity' | 'message'> {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
}

export interface LintReport {
  readonly files: readonly FileReport[];
  readonly summary: {
    /** Markdown files looked at, and how many of them are design documents. */
    readonly looked: number;
    readonly checked: number;
    readonly profiles: Readonly<Record<string, number>>;
    readonly problems: Readonly<Record<Severity, number>>;
  };
}

export function summarize(files: readonly FileReport[], looked: number): LintReport['summary'] {
  const profiles: Record<string, number> = {};
  const problems: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const file of files) {
    profiles[file.profile] = (profiles[file.profile] ?? 0) + 1;
    for (const { severity } of file.problems) problems[severity] += 1;
  }
  return { looked, checked: files.length, profiles, problems };
}

export function printReport({ files, summary }: LintReport): string {
  const lines = files.filter(({ problems }) => problems.length > 0).flatMap(printFile);
  const profiles = Object.entries(summary.profiles).map(([profile, count]) => `${profile} ${count}`);
  const counts = (['error', 'warning', 'info', 'hint'] as const)
    .filter((severity) => summary.problems[severity] > 0)
    .map((severity) => `${summary.problems[severity]} ${severity}`);
  return [
    ...lines,
    `${summary.checked} of ${summary.looked} Markdown files are design documents${profiles.length ? ` (${profiles.join(', ')})` : ''}.`,
    counts.length ? `Problems: ${counts.join(', ')}.` : 'No problems.',
    '',
  ].join('\n');
}

function printFile({ file, profile, problems }: FileReport): string[] {
  return [
    `${file}  (${profile})`,
    ...problems.map(
      ({ line, column, severity, code, message, fixable }) =>
        `  ${line}:${column}  ${severity}  ${code}  ${message}${fixable ? '  (fixable)' : ''}`,
    ),
    '',
  ];
}
