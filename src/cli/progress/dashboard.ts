import { dashboardOf } from '../../core/dashboard/dashboard.ts';
import { dashboardPage } from '../../core/dashboard/page.ts';
import { writeAsked } from '../../node/whereAsked.ts';
import { formatOption, stringOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';

export const dashboard: Command = {
  options: { ...formatOption, out: { type: 'string' } },
  async run(context, args) {
    const format = readFormat(args, ['html', 'json']);
    const file = stringOption(args, 'out');
    return withProgress(context, async (progress) => {
      await progress.refresh();
      const { catalog, state, events } = progress;
      const shown = dashboardOf({ catalog, state, events, now: Date.now() });
      const text = format === 'json' ? printJson(shown) : dashboardPage(shown);
      if (file === undefined) context.hand(text);
      else await writeAsked({ cwd: context.cwd, file, over: true }, text);
      return 0;
    });
  },
};
