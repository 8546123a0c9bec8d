import { HumanError } from '../../core/errors.ts';
import { requireStage } from '../../core/katas/content.ts';
import { openSolution } from '../../core/katas/guidance/solution.ts';
import type { Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { openForChange } from './change.ts';

export const showSolution: Command = {
  options: { stage: { type: 'string', short: 's' } },
  async run(context, args) {
    const opened = await openForChange(context, args.positionals[0]);
    const { kata, marker, content, change } = opened;
    const asked = args.options['stage'];
    const stage = typeof asked === 'string' ? asked : opened.stage;
    requireStage(kata, stage);
    const attempts = await change.attempts.list(marker.instance);
    const { lock, files } = await openSolution({ kata, language: marker.language, stage, content, attempts });
    if (!lock.open) throw new HumanError('The solution is not open yet.', { next: lock.message });
    await withProgress(context, async (progress) => {
      await progress.append([{ type: 'solution.revealed', kata: kata.manifest.id, stage, language: marker.language }]);
    });
    context.out(
      Object.entries(files)
        .map(([name, text]) => `--- ${name}\n${text}`)
        .join('\n'),
    );
    return 0;
  },
};
