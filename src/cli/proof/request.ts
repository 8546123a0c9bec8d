import { REVIEWS } from '../../core/proof/reviewFiles.ts';
import { requestReview } from '../../core/proof/reviewRequest.ts';
import { diskFolder } from '../../node/diskFolder.ts';
import { findWorkspace } from '../../node/findWorkspace.ts';
import { findCommit } from '../../node/proof/commits.ts';
import { stringOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { requireId } from './outcome.ts';

export const request: Command = {
  options: { commit: { type: 'string' }, ask: { type: 'string', multiple: true } },
  async run(context, args) {
    const outcome = requireId(args);
    const root = await findWorkspace(context.cwd);
    const found = await findCommit(root, stringOption(args, 'commit') ?? 'HEAD');
    return withProgress(context, async (progress) => {
      const asks = [args.options['ask'] ?? []].flat().map(String);
      const file = await requestReview({
        folder: diskFolder(root, { may: [REVIEWS] }),
        store: progress,
        catalog: progress.catalog,
        outcome,
        ...found,
        asks,
      });
      context.out(
        `Wrote ${file} for commit ${found.commit.slice(0, 12)}.\nCommit and push it. Your reviewer runs:\n  katapath proof review ${file} --as <name> --verdict approve\nand commits what that writes. Then: katapath proof collect\n`,
      );
      return 0;
    });
  },
};
