import { printJson } from '../../print.ts';
import type { LintReport } from '../report.ts';
import { printGithub } from './github.ts';
import { toSarif } from './sarif.ts';

/** What a report can be printed as; the first is for people. */
export const reportFormats = ['pretty', 'json', 'sarif', 'github'] as const;

/** The report for a program, or for a person in the command's own words. */
export function printReport(
  report: LintReport,
  format: (typeof reportFormats)[number],
  printPretty: (report: LintReport) => string,
): string {
  switch (format) {
    case 'pretty':
      return printPretty(report);
    case 'json':
      return printJson(report);
    case 'sarif':
      return printJson(toSarif(report));
    case 'github':
      return printGithub(report);
  }
}
