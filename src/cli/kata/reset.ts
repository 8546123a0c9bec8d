import { HumanError } from '../../core/errors.ts';
import { resetKata as reset, restoreTests, undoChange } from '../../core/katas/folder/lifecycle.ts';
import type { Command } from '../command.ts';
import { openForChange } from './change.ts';

export const resetKata: Command = {
  options: { undo: { type: 'boolean' }, tests: { type: 'boolean' } },
  async run(context, args) {
    const { change, kata, marker } = await openForChange(context, args.positionals[0]);
    if (args.options['undo']) {
      const last = (await change.attempts.list(marker.instance)).findLast(({ kind }) => kind === 'snapshot');
      if (!last)
        throw new HumanError('There is nothing to undo: no reset was made here.', {
          next: 'Run "katapath kata attempts" to see what is kept.',
        });
      await undoChange(change, last);
      context.out(
        `Your files are back as they were on ${new Date(last.at).toISOString()}. Run it again to undo the undo.\n`,
      );
    } else if (args.options['tests']) {
      const kept = await restoreTests(change);
      context.out(
        kept
          ? 'The shipped tests are back; your edited copies are kept, --undo brings them back.\n'
          : 'Your copies of the tests are the shipped ones; nothing was changed.\n',
      );
    } else {
      await reset(change);
      context.out(
        `“${kata.manifest.title}” starts over. Your files are kept: "katapath kata reset --undo" brings them back.\n`,
      );
    }
    return 0;
  },
};
