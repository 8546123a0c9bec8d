import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkDocument } from '../../core/documents/index.ts';
import { HumanError } from '../../core/errors.ts';
import { formatOption, type Command } from '../command.ts';
import { printJson, readFormat } from '../print.ts';
import { findDocuments } from './files.ts';
import { printReport, summarize, type FileReport } from './report.ts';

export const lint: Command = {
  name: 'lint',
  summary: 'checks design documents',
  usage: '[paths…] [--format pretty|json]',
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const names = await findDocuments(context.cwd, context.cwd, args.positionals);
    const today = new Date().toISOString().slice(0, 10);
    const files: FileReport[] = [];
    for (const file of names) {
      const text = await readFile(join(context.cwd, file), 'utf8');
      const { document, detection, problems } = checkDocument(text, { file, workspace: basename(context.cwd), today });
      if (!detection) continue;
      files.push({
        file,
        profile: detection.profile.id,
        problems: problems.map(({ code, severity, message, range, fix }) => {
          const start = document.lines.toPosition(range.start);
          const end = document.lines.toPosition(range.end);
          return {
            code,
            severity,
            message,
            line: start.line + 1,
            column: start.column + 1,
            endLine: end.line + 1,
            endColumn: end.column + 1,
            fixable: fix !== undefined,
          };
        }),
      });
    }
    if (files.length === 0) {
      throw new HumanError(`None of ${names.length} Markdown files is a design document.`, {
        next: 'Name the files or folders that hold them, or give them a profile in .katapath/config.json.',
      });
    }
    const report = { files, summary: summarize(files, names.length) };
    context.out(format === 'json' ? printJson(report) : printReport(report));
    return report.summary.problems.error > 0 ? 1 : 0;
  },
};
