import { HumanError } from '../../core/errors.ts';
import { GITHUB_COMMAND, importGitHubReviews } from '../../core/proof/github.ts';
import { readAsked } from '../../node/readGiven.ts';
import { stringOption, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { describeOutcome, requireId } from './outcome.ts';

export const importGitHub: Command = {
  options: { from: { type: 'string' } },
  async run(context, args) {
    const outcome = requireId(args);
    const file = stringOption(args, 'from');
    if (file === undefined)
      throw new HumanError('Say where the reviews are.', { next: `Make a file with: ${GITHUB_COMMAND}` });
    const text = (await readAsked(context.cwd, file)).toString();
    return withProgress(context, async (progress) => {
      const events = await importGitHubReviews({ store: progress, outcome, text });
      const count = events.length === 1 ? '1 review' : `${events.length} reviews`;
      context.out(
        `Recorded ${count}, as GitHub tells them: nothing in them is signed.\n${outcome}: ${describeOutcome(outcome, progress).words}\n`,
      );
      return 0;
    });
  },
};
