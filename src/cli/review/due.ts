import { dueReviews, scheduledReviews } from '../../core/recall/schedule.ts';
import { formatOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat, table } from '../print.ts';

export const due: Command = {
  options: { ...formatOption, all: { type: 'boolean' } },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const list = args.options['all'] === true ? scheduledReviews : dueReviews;
    const reviews = await withProgress(context, async ({ catalog, state }) => list(catalog, state, Date.now()));
    if (format === 'json') context.out(printJson({ reviews }));
    else if (reviews.length === 0) context.out('Nothing is due for review.\n');
    else {
      context.out(table(reviews.map(({ kata, words, title }) => [kata, words, title])));
      context.out(`Begin one with: katapath review start ${reviews[0]!.kata}\n`);
    }
    return 0;
  },
};
