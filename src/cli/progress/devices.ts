import { HumanError } from '../../core/errors.ts';
import type { NewEvent } from '../../core/model/event.ts';
import { formatOption, stringOption, type Arguments, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat, table } from '../print.ts';

export const devices: Command = {
  options: { ...formatOption, adopt: { type: 'string' }, release: { type: 'string' } },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const changes = readChanges(args);
    return withProgress(context, async (progress) => {
      await progress.append(changes);
      const own = [...new Set(progress.events.map(({ dev }) => dev))];
      const rows = [
        ...own.map((device) => ({
          device,
          entries: progress.events.filter(({ dev }) => dev === device).length,
          counts: true,
        })),
        ...progress.foreign.map(({ device, events }) => ({ device, entries: events.length, counts: false })),
      ].map((row) => ({ ...row, thisComputer: row.device === progress.device }));
      if (format === 'json') context.out(printJson({ devices: rows }));
      else if (rows.length === 0) context.out('There is no log yet.\n');
      else context.out(table(rows.map((row) => [row.device, String(row.entries), wordsOf(row)])));
      return 0;
    });
  },
};

function readChanges(args: Arguments): NewEvent[] {
  const adopt = stringOption(args, 'adopt');
  const release = stringOption(args, 'release');
  for (const device of [adopt, release]) {
    if (device === undefined || /^[0-9a-f]{16}$/.test(device)) continue;
    throw new HumanError(`"${device}" is not the id of a device.`, {
      next: 'Run "katapath progress devices" to see them.',
    });
  }
  return [
    ...(adopt === undefined ? [] : [{ type: 'device.adopted', device: adopt } as const]),
    ...(release === undefined ? [] : [{ type: 'device.released', device: release } as const]),
  ];
}

function wordsOf({ counts, thisComputer }: { counts: boolean; thisComputer: boolean }): string {
  if (thisComputer) return 'this computer';
  return counts ? 'adopted' : 'not counted';
}
