import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { FolderChange } from '../../core/katas/folder/lifecycle.ts';
import { currentStage, passedStages } from '../../core/katas/session/stages.ts';
import { diskFolder } from '../../node/diskFolder.ts';
import type { CliContext } from '../command.ts';
import { openAttempts } from '../openState.ts';
import { openKataFolder, type KataOnDisk } from './kataFolder.ts';

/** Everything a change of the learner's folder needs. */
export interface OpenedKata extends KataOnDisk {
  readonly change: FolderChange;
  /** The id of the stage the learner is at. */
  readonly stage: string;
}

export async function openForChange(context: CliContext, dir: string | undefined): Promise<OpenedKata> {
  const opened = await openKataFolder(context, dir);
  const { kata, marker, path, content } = opened;
  const attempts = openAttempts(context);
  const stage = currentStage(kata, passedStages(kata, await attempts.list(marker.instance))).id;
  const workspace = diskFolder(dirname(path));
  const folder = { name: basename(path), marker };
  return {
    ...opened,
    stage,
    change: { kata, content, workspace, folder, attempts, stage, now: Date.now(), id: randomUUID() },
  };
}
