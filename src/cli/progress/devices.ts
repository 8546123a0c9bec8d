import { HumanError } from '../../core/errors.ts';
import type { DiskProgressStore } from '../../node/progress/diskProgressStore.ts';
import { formatOption, stringOption, type Arguments, type Command } from '../command.ts';
import { withProgress } from '../openState.ts';
import { printJson, readFormat, table } from '../print.ts';

export const devices: Command = {
  options: {
    ...formatOption,
    adopt: { type: 'string' },
    key: { type: 'string' },
    release: { type: 'string' },
  },
  async run(context, args) {
    const format = readFormat(args, ['pretty', 'json']);
    const [adopt, release] = [readDevice(args, 'adopt'), readDevice(args, 'release')];
    return withProgress(context, async (progress) => {
      if (adopt !== undefined) await progress.adopt(adopt, stringOption(args, 'key'));
      if (release !== undefined) await progress.append([{ type: 'device.released', device: release }]);
      const rows = await listDevices(progress);
      if (format === 'json') context.out(printJson({ devices: rows }));
      else if (rows.length === 0) context.out('There is no log yet.\n');
      else context.out(table(rows.map((row) => [row.device, String(row.entries), wordsOf(row), row.key ?? ''])));
      return 0;
    });
  },
};

interface DeviceRow {
  readonly device: string;
  /** The key it signs with, where it is known. */
  readonly key?: string;
  readonly entries: number;
  readonly counts: boolean;
  readonly provenance: 'own' | 'foreign' | 'unsigned' | 'forged';
  readonly thisComputer: boolean;
}

async function listDevices(progress: DiskProgressStore): Promise<DeviceRow[]> {
  await progress.refresh();
  const counts = new Map<string, number>();
  for (const { dev } of progress.events) counts.set(dev, (counts.get(dev) ?? 0) + 1);
  return [
    ...[...counts].map(([device, entries]): DeviceRow => {
      const keys = progress.keysOf(device).filter(Boolean);
      const key = keys.length > 0 ? { key: keys.join(' ') } : {};
      return { device, ...key, entries, counts: true, provenance: 'own', thisComputer: device === progress.device };
    }),
    ...progress.foreign.map(({ device, key, provenance, events }): DeviceRow => {
      const row = { device, ...(key !== undefined && { key }), entries: events.length, counts: false, provenance };
      return { ...row, thisComputer: false };
    }),
  ];
}

function readDevice(args: Arguments, option: 'adopt' | 'release'): string | undefined {
  const device = stringOption(args, option);
  if (device === undefined || /^[0-9a-f]{16}$/.test(device)) return device;
  throw new HumanError(`"${device}" is not the id of a device.`, {
    next: 'Run "katapath progress devices" to see them.',
  });
}

function wordsOf({ provenance, thisComputer }: DeviceRow): string {
  switch (provenance) {
    case 'own':
      return thisComputer ? 'this computer' : 'adopted';
    case 'foreign':
      return 'not counted';
    case 'unsigned':
      return 'not counted: not signed';
    case 'forged':
      return 'not counted: forged, by another key';
  }
}
