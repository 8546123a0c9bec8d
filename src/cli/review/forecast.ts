import { HumanError } from '../../core/errors.ts';
import { reviewForecast } from '../../core/recall/schedule.ts';
import { formatOption, stringOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat, table } from '../print.ts';

export const forecast: Command = {
  options: { ...formatOption, days: { type: 'string' } },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const days = Number(stringOption(args, 'days') ?? 14);
    if (!Number.isInteger(days) || days < 1 || days > 366) {
      throw new HumanError('A forecast covers 1 to 366 days.', { next: 'Write for example --days 14.' });
    }
    const found = await withProgress(context, async ({ catalog, state }) =>
      reviewForecast(catalog, state, Date.now(), days),
    );
    if (format === 'json') context.out(printJson({ days: found }));
    else context.out(table(found.map(({ day, count }) => [day, count === 0 ? '·' : `${'▪'.repeat(count)} ${count}`])));
    return 0;
  },
};
