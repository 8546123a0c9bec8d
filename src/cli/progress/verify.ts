import { join } from 'node:path';
import { findWorkspace } from '../../node/findWorkspace.ts';
import { progressDirectory } from '../../node/progress/progressDirectory.ts';
import { verifyFiles, type VerifiedFile } from '../../node/progress/verifyFiles.ts';
import { formatOption, type Command } from '../command.ts';
import { lines, printJson, readFormat } from '../print.ts';
import { countEntries } from './words.ts';

export const verify: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const workspace = join(await findWorkspace(context.cwd), '.katapath');
    const log = join(progressDirectory(context.env), 'log');
    const files = await verifyFiles([log, join(workspace, 'local'), join(workspace, 'progress')]);
    const isWhole = files.every(({ findings }) => findings.every(({ harmless }) => harmless));
    context.out(
      format === 'json'
        ? printJson({ whole: isWhole, files })
        : files.map(printFile).join('') + verdict(files, isWhole),
    );
    return isWhole ? 0 : 1;
  },
};

function printFile({ file, entries, findings }: VerifiedFile): string {
  const found = findings.map(({ line, words }) => `  ${line === undefined ? '' : `line ${line}: `}${words}`);
  return lines([`${file}: ${countEntries(entries)}`, ...found]);
}

function verdict(files: readonly VerifiedFile[], isWhole: boolean): string {
  if (files.length === 0) return 'There is no log yet.\n';
  return isWhole
    ? 'Every entry is what it was when it was written. This shows accidents and casual edits; it does not prove who did the work.\n'
    : 'Some entries could not be read or were changed. What another copy still has is used instead of them.\n';
}
