import { didYouMean } from '../core/text/didYouMean.ts';
import type { Catalog } from '../core/model/catalog.ts';
import type { LearningPath } from '../core/model/path.ts';
import { dueStep, schedule } from '../core/agenda/schedule.ts';
import { HumanError } from '../core/errors.ts';
import { isDay, today } from '../core/model/days.ts';
import { formatOption, stringOption, type Arguments, type Command } from './command.ts';
import { withProgress } from './openState.ts';
import { printJson, readFormat, table } from './print.ts';

export const startPlan: Command = {
  options: { starts: { type: 'string' } },
  async run(context, args) {
    const starts = stringOption(args, 'starts') ?? today();
    if (!isDay(starts)) throw new HumanError(`“${starts}” is no day.`, { next: 'Write it as 2026-09-01.' });
    return withProgress(context, async (progress) => {
      const path = requirePath(progress.catalog, args);
      await progress.append([{ type: 'plan.started', path: path.id, starts }]);
      context.out(`${path.title} starts on ${starts}. "katapath plan show ${path.id}" has its dates.\n`);
      return 0;
    });
  },
};

export const showPlan: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    return withProgress(context, async (progress) => {
      const path = requirePath(progress.catalog, args);
      const starts = progress.state.plans.get(path.id)?.starts;
      if (starts === undefined)
        throw new HumanError(`“${path.title}” has no start yet.`, { next: `Run "katapath plan start ${path.id}".` });
      const now = dueStep(path, starts, today());
      const dates = schedule(path, starts);
      const rows = path.steps.map((step, index) => ({
        step: step.id,
        title: step.title,
        ...dates.get(step.id),
        isNow: step.id === now,
        state: progress.state.paths.get(path.id)!.steps[index]!.state,
      }));
      context.out(
        format === 'json'
          ? printJson({ path: path.id, starts, steps: rows })
          : table(
              rows.map(({ from, to, title, isNow, state }) => [
                from && to ? `${from} – ${to}` : 'any time',
                isNow ? 'now' : '',
                state,
                title,
              ]),
            ),
      );
      return 0;
    });
  },
};

function requirePath(catalog: Catalog, { positionals: [id = ''] }: Arguments): LearningPath {
  const path = catalog.paths.find((candidate) => candidate.id === id);
  if (path) return path;
  throw new HumanError(
    id
      ? `There is no path “${id}”.${didYouMean(
          id,
          catalog.paths.map((each) => each.id),
        )}`
      : 'Which path?',
    { next: 'Run "katapath paths" to see them.' },
  );
}
