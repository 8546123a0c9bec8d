import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { parseLog } from '../../core/progress/log.ts';
import type { Learner } from '../../core/agenda/team.ts';

/** A learner's published bundles, in a clone of their repository or in a folder they were copied to. */
const places = [['.katapath', 'progress'], []];

export interface Team {
  readonly learners: readonly Learner[];
  /** The learners' folders, absolute. */
  readonly folders: readonly string[];
  /** How many lines are not what they were. */
  readonly unreadable: number;
}

/** Every folder directly below `root` is one learner, by its name. Lines that are not what they were are left out. */
export async function readTeam(root: string): Promise<Team> {
  const learners: Learner[] = [];
  const folders: string[] = [];
  let unreadable = 0;
  for (const name of await listFolders(root)) {
    const texts = (await Promise.all(places.map((place) => readLogs(join(root, name, ...place))))).flat();
    const parsed = texts.map((text) => parseLog(text, { verify: true }));
    unreadable += parsed.reduce((sum, { problems }) => sum + problems.length, 0);
    const events = parsed.flatMap((log) => log.events);
    if (events.length === 0) continue;
    learners.push({ name, events });
    folders.push(join(root, name));
  }
  return { learners, folders, unreadable };
}

async function listFolders(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (cause) {
    throw new HumanError(`${root} could not be read.`, {
      next: 'Name a folder with one folder for each learner.',
      cause,
    });
  }
}

async function readLogs(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const logs = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'));
  return Promise.all(logs.map(({ name }) => readFile(join(folder, name), 'utf8')));
}
