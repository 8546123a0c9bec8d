import { HumanError } from '../../core/errors.ts';
import { startReview } from '../../core/recall/reviewFolder.ts';
import { dueReviews, scheduledReviews } from '../../core/recall/schedule.ts';
import { formatOption, stringOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';
import { hostOf, requireKata } from './kata.ts';

export const start: Command = {
  options: { ...formatOption, language: { type: 'string', short: 'l' } },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    return withProgress(context, async (progress) => {
      const now = Date.now();
      const first = dueReviews(progress.catalog, progress.state, now).find(({ isStarted }) => !isStarted)?.kata;
      const kata = requireKata(args.positionals[0] ?? first);
      const known = scheduledReviews(progress.catalog, progress.state, now).find(
        (each) => each.kata === kata.manifest.id,
      );
      if (!known) {
        throw new HumanError(`“${kata.manifest.title}” is not solved yet, or is left out of reviews.`, {
          next: 'Solve it first, or take it in with "katapath review mute <kata> --off".',
        });
      }
      const language = stringOption(args, 'language') ?? known.language;
      const folder = await startReview(await hostOf(context, kata, progress), {
        language,
        folderName: `katas/${kata.manifest.id}`,
      });
      if (format === 'json') context.out(printJson({ kata: kata.manifest.id, language, folder }));
      else
        context.out(
          `“${kata.manifest.title}” begins anew in ${folder}, from memory. Your earlier answer is kept.\nThen run: katapath kata test ${folder}\nTo give up and see your answer again: katapath review stop ${kata.manifest.id} --forgotten\n`,
        );
      return 0;
    });
  },
};
