import { describeUpdate, updateKataFolder } from '../../core/katas/folder/lifecycle.ts';
import type { Command } from '../command.ts';
import { openForChange } from './change.ts';

export const updateKata: Command = {
  async run(context, args) {
    const { change, kata, marker } = await openForChange(context, args.positionals[0]);
    const isNewest = marker.version >= kata.manifest.version;
    context.out(
      isNewest
        ? `“${kata.manifest.title}” is at its newest version.\n`
        : `${describeUpdate(kata, await updateKataFolder(change))}\n`,
    );
    return 0;
  },
};
