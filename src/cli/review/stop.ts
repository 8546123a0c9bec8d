import { stopReview } from '../../core/recall/reviewFolder.ts';
import type { Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { hostOf, requireKata } from './kata.ts';

export const stop: Command = {
  options: { forgotten: { type: 'boolean' } },
  async run(context, args) {
    const kata = requireKata(args.positionals[0]);
    const forgotten = args.options['forgotten'] === true;
    return withProgress(context, async (progress) => {
      await stopReview(await hostOf(context, kata, progress), { forgotten });
      context.out(
        `Your earlier answer to “${kata.manifest.title}” is back. ${forgotten ? 'The kata returns soon.' : 'It stays due as before.'}\n`,
      );
      return 0;
    });
  },
};
