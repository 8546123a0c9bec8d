import type { Attempt } from '../../core/katas/attempts/attempt.ts';
import { formatOption, type Command } from '../command.ts';
import { visibleAttempts } from '../../core/recall/reviewFolder.ts';
import { openAttempts, withProgress } from '../openState.ts';
import { printJson, readFormat, table } from '../print.ts';
import { openKataFolder } from './kataFolder.ts';

export const listAttempts: Command = {
  options: formatOption,
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const { marker } = await openKataFolder(context, args.positionals[0]);
    const kata = await withProgress(context, async ({ state }) => state.katas.get(marker.kata));
    const isInReview = kata?.recall !== undefined;
    const attempts = await visibleAttempts(openAttempts(context), marker, { isInReview });
    if (format === 'json') context.out(printJson({ attempts }));
    else context.out(attempts.length ? table(attempts.map(toRow)) : 'No attempts yet: run "katapath kata test".\n');
    return 0;
  },
};

function toRow(attempt: Attempt): string[] {
  const at = new Date(attempt.at).toISOString().replace('T', ' ').slice(0, 19);
  if (attempt.kind === 'snapshot') return [at, attempt.stage, 'kept', `before: ${attempt.reason}`];
  const { passed, total } = attempt.tests;
  return [at, attempt.stage, attempt.verdict, `${passed} of ${total} tests`];
}
