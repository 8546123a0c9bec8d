import { existsSync } from 'node:fs';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PlaceReport } from '../core/runs/machine.ts';

/** Where katas, their runs and the learner's progress are written. */
export function placesToWrite(workspaces: readonly string[], progress: string): { title: string; path: string }[] {
  return [
    ...workspaces.map((path) => ({ title: 'Katas', path })),
    { title: 'Runs', path: tmpdir() },
    { title: 'Progress', path: progress },
  ];
}

/** Tries each folder by making a folder in it: rights alone do not tell of a full disk or one that is read-only. */
export function inspectPlaces(places: readonly { title: string; path: string }[]): Promise<PlaceReport[]> {
  return Promise.all(
    places.map(async ({ title, path }): Promise<PlaceReport> => {
      try {
        await rmdir(await mkdtemp(join(nearestExisting(path), '.katapath-')));
        return { title, path, isWritable: true };
      } catch (error) {
        return { title, path, isWritable: false, ...explain((error as NodeJS.ErrnoException).code) };
      }
    }),
  );
}

/** What is not there yet is made when it is needed, in what is there. */
function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

function explain(code = 'no reason given'): { problem: string; next: string } {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return { problem: 'You may not write there.', next: 'Change its permissions, or open another folder.' };
    case 'EROFS':
      return { problem: 'Its disk is read-only.', next: 'Open a folder on another disk.' };
    case 'ENOSPC':
    case 'EDQUOT':
      return { problem: 'Its disk is full.', next: 'Free some space.' };
    case 'ENOTDIR':
      return { problem: 'A file stands in its place.', next: 'Move the file away.' };
    default:
      return { problem: `Writing failed (${code}).`, next: 'Check its disk, or choose another folder.' };
  }
}
