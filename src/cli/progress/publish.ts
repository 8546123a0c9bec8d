import { relative } from 'node:path';
import { formatOption, type Command } from '../command.ts';
import { findWorkspace } from '../../node/findWorkspace.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';
import { countEntries } from './words.ts';

export const publish: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    return withProgress(context, async (progress) => {
      const published = await progress.publish(await findWorkspace(context.cwd));
      const file = published && relative(context.cwd, published.file);
      if (format === 'json') context.out(printJson({ file: file ?? null, entries: published?.count ?? 0 }));
      else if (published) {
        context.out(
          `Published ${countEntries(published.count)} in ${file}.\nThe file never changes again, so it cannot conflict: commit it on any branch.\n`,
        );
      } else context.out('Nothing new to publish.\n');
      return 0;
    });
  },
};
