import { didYouMean } from '../../core/text/didYouMean.ts';
import { HumanError } from '../../core/errors.ts';
import { today } from '../../core/model/days.ts';
import { periodOf } from '../../core/model/periods.ts';
import { duePractices, practiceStreaks, type PracticeStreak } from '../../core/agenda/practices.ts';
import { itemsOf } from '../../core/progress/fold.ts';
import { formatOption, stringOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat, table } from '../print.ts';
import { dueToJson } from './dueToJson.ts';

export const showPractices: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    return withProgress(context, async (progress) => {
      const now = Date.now();
      const due = duePractices(progress.catalog, progress.state, now);
      const streaks = practiceStreaks(progress.catalog, progress.state, now);
      if (format === 'json')
        context.out(
          printJson({
            due: due.map(dueToJson),
            streaks: streaks.map(({ item, ...streak }) => ({ id: item.id, title: item.title, ...streak })),
          }),
        );
      else if (streaks.length === 0) context.out('No path is taken up: "katapath plan start <path>" does that.\n');
      else
        context.out(
          table(
            streaks.map((streak) => [
              streak.item.id,
              due.find(({ item }) => item.id === streak.item.id)?.words ?? 'done',
              drawPeriods(streak),
              streak.current > 0 ? `${streak.current} in a row, ${streak.longest} at most` : '',
              streak.item.title,
            ]),
          ),
        );
      return 0;
    });
  },
};

export const tickPractice: Command = {
  options: { note: { type: 'string' } },
  async run(context, args) {
    const [id = ''] = args.positionals;
    return withProgress(context, async (progress) => {
      const practices = progress.catalog.paths.flatMap(itemsOf).filter(({ kind }) => kind === 'practice');
      const item = practices.find((candidate) => candidate.id === id);
      if (!item?.every)
        throw new HumanError(
          id
            ? `There is no practice “${id}”.${didYouMean(
                id,
                practices.map((each) => each.id),
              )}`
            : 'Which practice?',
          {
            next: 'Run "katapath practice show" to see them.',
          },
        );
      const note = stringOption(args, 'note')?.trim();
      if (!note)
        throw new HumanError('A tick needs a note.', { next: `Add --note: ${item.detail ?? 'what came of it'}` });
      const period = periodOf(item.every, today());
      await progress.append([{ type: 'practice.done', item: id, period, note }]);
      const streak = practiceStreaks(progress.catalog, progress.state, Date.now()).find((each) => each.item.id === id);
      context.out(
        `${item.title}: done for ${period}${streak && streak.current > 1 ? `, ${streak.current} in a row` : ''}.\n`,
      );
      return 0;
    });
  },
};

const drawPeriods = ({ periods }: PracticeStreak) => periods.map(({ done }) => (done ? '●' : '·')).join('');
