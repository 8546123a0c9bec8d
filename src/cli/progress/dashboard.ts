import { resolve } from 'node:path';
import { dashboardOf } from '../../core/dashboard/dashboard.ts';
import { dashboardPage } from '../../core/dashboard/page.ts';
import { formatOption, stringOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';
import { save } from './save.ts';

export const dashboard: Command = {
  name: 'dashboard',
  summary: 'your progress as one HTML page that needs nothing else, or as JSON',
  usage: '[--out <file>] [--format html|json]',
  options: { ...formatOption, out: { type: 'string' } },
  async run(context, args) {
    const format = readFormat(args, ['html', 'json']);
    const file = stringOption(args, 'out');
    return withProgress(context, async (progress) => {
      await progress.refresh();
      const { catalog, state, events } = progress;
      const shown = dashboardOf({ catalog, state, events, now: Date.now() });
      const text = format === 'json' ? printJson(shown) : dashboardPage(shown);
      if (file === undefined) context.out(text);
      else await save(resolve(context.cwd, file), text);
      return 0;
    });
  },
};
