import type { DesignDocument } from '../../core/documents/index.ts';
import { fingerprint, type LineIndex } from '../../core/documents/index.ts';
import type { Problem, Severity } from '../../core/problem.ts';
import { placeOf, type Place } from '../place.ts';

/** What the check found in one file, in the words every format prints. */
export interface FileReport {
  readonly file: string;
  /** The profile's id; `config` or `schema` for files of the workspace's own settings. */
  readonly profile: string;
  readonly problems: readonly ReportedProblem[];
}

export interface ReportedProblem extends Place, Pick<Problem, 'code' | 'severity' | 'message'> {
  /** Whether `--fix` mends it; a fix that waits for the author is offered in the editor only. */
  readonly fixable: boolean;
  /** Stays the same when lines move. */
  readonly fingerprint: string;
}

export interface LintReport {
  readonly files: readonly FileReport[];
  readonly summary: {
    /** Files looked at, and how many of them are what was looked for: design documents, or artifacts. */
    readonly looked: number;
    readonly checked: number;
    readonly profiles: Readonly<Record<string, number>>;
    readonly problems: Readonly<Record<Severity, number>>;
    /** Files that `--fix` changed. */
    readonly fixed: number;
    /** Problems left out because the baseline knows them. */
    readonly known: number;
  };
}

/** A problem of a design document. */
export function toReported(document: DesignDocument, problem: Problem): ReportedProblem {
  return describe(problem, document.lines, fingerprint(document, problem));
}

/** The report of a file that is no design document: an artifact, or the settings themselves. */
export function toFileReport(
  { file, profile, lines }: { file: string; profile: string; lines: LineIndex },
  problems: readonly Problem[],
): FileReport {
  const toProblem = (problem: Problem) => describe(problem, lines, `${problem.code} ${file} ${problem.message}`);
  return { file, profile, problems: problems.map(toProblem) };
}

function describe(problem: Problem, lines: LineIndex, fingerprint: string): ReportedProblem {
  const { code, severity, message, range, fix } = problem;
  return { code, severity, message, ...placeOf(range, lines), fixable: fix?.kind === 'safe', fingerprint };
}

export function summarize(
  files: readonly FileReport[],
  counts: Pick<LintReport['summary'], 'looked' | 'checked' | 'fixed' | 'known'>,
): LintReport['summary'] {
  const profiles: Record<string, number> = {};
  const problems: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const file of files) {
    profiles[file.profile] = (profiles[file.profile] ?? 0) + 1;
    for (const { severity } of file.problems) problems[severity] += 1;
  }
  return { profiles, problems, ...counts };
}
