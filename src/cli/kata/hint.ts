import { hintsOf } from '../../core/katas/guidance/hints.ts';
import type { Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { openForChange } from './change.ts';

export const showHint: Command = {
  options: { again: { type: 'boolean' } },
  async run(context, args) {
    const { kata, stage, content } = await openForChange(context, args.positionals[0]);
    const rungs = hintsOf((await content.read('hints.md')) ?? '', stage);
    return withProgress(context, async (progress) => {
      const seen = progress.state.katas.get(kata.manifest.id)?.hints.get(stage) ?? 0;
      const upTo = Math.min(rungs.length, seen + (args.options['again'] ? 0 : 1));
      if (upTo > seen) await progress.append([{ type: 'hint.revealed', kata: kata.manifest.id, stage, rung: upTo }]);
      context.out(
        rungs
          .slice(0, upTo)
          .map(({ title, text }, index) => `${index + 1} of ${rungs.length}: ${title}\n${text}\n`)
          .join('\n') || 'No hint has been shown yet.\n',
      );
      if (upTo === rungs.length)
        context.out('\nThat was the last one. "katapath kata solution" opens after honest tries.\n');
      return 0;
    });
  },
};
