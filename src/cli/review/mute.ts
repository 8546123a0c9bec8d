import type { Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { requireKata } from './kata.ts';

export const mute: Command = {
  options: { off: { type: 'boolean' } },
  async run(context, args) {
    const { manifest } = requireKata(args.positionals[0]);
    const muted = args.options['off'] !== true;
    return withProgress(context, async (progress) => {
      await progress.append([{ type: 'recall.muted', kata: manifest.id, muted }]);
      context.out(`“${manifest.title}” ${muted ? 'does not come back any more' : 'comes back for review again'}.\n`);
      return 0;
    });
  },
};
