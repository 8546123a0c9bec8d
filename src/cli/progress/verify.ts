import { join } from 'node:path';
import { findWorkspace } from '../../node/findWorkspace.ts';
import { progressDirectory } from '../../node/progress/progressDirectory.ts';
import { verifyFiles, type VerifiedFile } from '../../node/progress/verifyFiles.ts';
import { formatOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { lines, printJson, readFormat } from '../print.ts';
import { countEntries } from './words.ts';

export const verify: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const workspace = join(await findWorkspace(context.cwd), '.katapath');
    const own = progressDirectory(context.env);
    const files = await withProgress(context, async (progress) => {
      await progress.refresh();
      const folders = [join(own, 'log'), join(own, 'imported'), join(workspace, 'local'), join(workspace, 'progress')];
      return verifyFiles(folders, (event) => progress.provenanceOf(event));
    });
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
    ? 'Every entry is what it was when it was written, and what counts is proved to be of your devices. It does not prove who did the work.\n'
    : 'Some entries could not be read, were changed, or are not proved to be yours. None of those count; what another copy still has is used instead of them.\n';
}
