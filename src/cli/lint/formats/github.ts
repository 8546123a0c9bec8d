import type { Severity } from '../../../core/problem.ts';
import { makeVisible } from '../../../core/text/visible.ts';
import type { LintReport } from '../report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub shows as annotations on the changed lines. */
export function printGithub({ files }: LintReport): string {
  return files
    .flatMap(({ file, problems }) =>
      problems.map(({ severity, code, message, line, column, endLine, endColumn }) => {
        const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
        return `::${commands[severity]} file=${property(file)},line=${line},endLine=${endLine}${columns},title=${property(code)}::${data(message)}\n`;
      }),
    )
    .join('');
}

const data = (text: string) =>
  makeVisible(text).replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('##[', '#⟨U+0023⟩[');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
