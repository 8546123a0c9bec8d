import type { ContentProblem } from '../../core/katas/authoring/contentProblem.ts';
import { contentCodes } from '../../core/katas/authoring/contentProblem.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { Files } from '../../core/runs/runner.ts';
import { printJson } from '../print.ts';
import type { KataFigures } from './figures.ts';
import { pathRules, printPathsReport, type PathsReport } from './paths.ts';
import { placeOf, type Place } from '../place.ts';

/** One kata with what was found in it; `place` is its folder as the report names it. */
export interface KataReport {
  readonly kata: string;
  readonly place: string;
  readonly problems: readonly PlacedProblem[];
  /** Absent where the manifest does not say enough. */
  readonly figures?: KataFigures;
}

export type PlacedProblem = ContentProblem & Place;

export function placeProblem(problem: ContentProblem, files: Files): PlacedProblem {
  const lines = new LineIndex(files[problem.file] ?? '');
  return {
    ...problem,
    ...placeOf(problem.range, lines),
  };
}

export function printText(reports: readonly KataReport[], paths?: PathsReport): string {
  const lines = reports.flatMap(({ place, problems }) =>
    problems.map(
      ({ file, line, column, severity, code, message }) =>
        `${place}/${file}:${line}:${column}  ${severity}  ${code}  ${message}`,
    ),
  );
  const errors = countErrors(reports);
  const told = paths ? printPathsReport(paths) : '';
  if (paths && reports.length === 0) return told;
  const summary =
    lines.length === 0
      ? `${reports.length} ${reports.length === 1 ? 'kata' : 'katas'} checked, no problems.`
      : `${reports.length} ${reports.length === 1 ? 'kata' : 'katas'} checked: ${errors} errors, ${lines.length - errors} warnings.`;
  return `${[...lines, summary].join('\n')}\n${told}`;
}

export function printAsJson(reports: readonly KataReport[], paths?: PathsReport): string {
  const katas = reports.map(({ kata, place, problems, figures }) => ({
    kata,
    folder: place,
    figures,
    problems: problems.map(({ file, code, severity, message, line, column, endLine, endColumn, fix }) => ({
      file,
      code,
      severity,
      message,
      line,
      column,
      endLine,
      endColumn,
      fixable: fix !== undefined,
    })),
  }));
  const all = katas.flatMap(({ problems }) => problems);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  return printJson({
    katas,
    summary: { katas: katas.length, errors, warnings: all.length - errors },
    ...(paths && { paths }),
  });
}

/** SARIF 2.1.0, for code scanning in CI. */
export function printSarif(reports: readonly KataReport[], paths?: PathsReport): string {
  const found = [
    ...reports.flatMap(({ place, problems }) =>
      problems.map((problem) => ({ ...problem, file: `${place}/${problem.file}` })),
    ),
    ...(paths?.problems ?? []),
  ];
  return printJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'katapath content check',
            rules: [
              ...Object.entries(contentCodes).map(([id, text]) => ({ id, shortDescription: { text } })),
              ...pathRules,
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: found.map(({ file, code, severity, message, line, column, endLine, endColumn }) => ({
          ruleId: code,
          level: severity === 'error' ? 'error' : 'warning',
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file) },
                region: { startLine: line, startColumn: column, endLine, endColumn },
              },
            },
          ],
        })),
      },
    ],
  });
}

export function countErrors(reports: readonly KataReport[]): number {
  return reports.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error').length;
}
