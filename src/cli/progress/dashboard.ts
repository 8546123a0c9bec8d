import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dashboardOf } from '../../core/dashboard/dashboard.ts';
import { dashboardPage } from '../../core/dashboard/page.ts';
import { HumanError } from '../../core/errors.ts';
import { formatOption, stringOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat } from '../print.ts';

export const dashboard: Command = {
  name: 'dashboard',
  summary: 'your progress as one HTML page that needs nothing else, or as JSON',
  usage: '[--out <file>] [--format html|json]',
  options: { ...formatOption, out: { type: 'string' } },
  async run(context, args) {
    const format = readFormat(args, ['html', 'json']);
    const file = stringOption(args, 'out');
    return withProgress(context, async (progress) => {
      const { catalog, state, events } = progress;
      const shown = dashboardOf({ catalog, state, events, now: Date.now() });
      const text = format === 'json' ? printJson(shown) : dashboardPage(shown);
      if (file === undefined) context.out(text);
      else await save(resolve(context.cwd, file), text);
      return 0;
    });
  },
};

async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new HumanError(`“${file}” could not be written.`, {
      next: 'Choose a file in a folder that exists and that you may write to.',
      cause,
    });
  }
}
