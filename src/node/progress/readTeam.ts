import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HumanError } from '../../core/errors.ts';
import { parseLog, type ParsedLog } from '../../core/progress/log.ts';
import { deviceOfKey } from '../../core/progress/signature.ts';
import type { Learner } from '../../core/agenda/team.ts';
import { isSigned } from './ed25519.ts';
import { realFiles, reasonOf } from './files.ts';
import { listLogs, readLogFile } from './logFolder.ts';

/** A learner's published bundles, in a clone of their repository or in a folder they were copied to. */
const places = [['.katapath', 'progress'], []];

export interface Team {
  readonly learners: readonly Learner[];
  /** The learners' folders, absolute. */
  readonly folders: readonly string[];
  /** How many lines are not what they were. */
  readonly unreadable: number;
  /** Files that were left out, each with the end of the sentence that says why. */
  readonly leftOut: readonly { readonly file: string; readonly words: string }[];
}

interface Bundle {
  readonly file: string;
  readonly log: ParsedLog;
}

type LeftOut = Team['leftOut'][number];

/**
 * Every folder directly below `root` is one learner, by its name. Lines that are not what they were are left out, and so
 * are files whose signature does not fit: one that its key did not make, or another key in the name of a known device.
 */
export async function readTeam(root: string): Promise<Team> {
  const learners: Learner[] = [];
  const folders: string[] = [];
  const leftOut: LeftOut[] = [];
  let unreadable = 0;
  for (const name of await listFolders(root)) {
    const bundles: Bundle[] = [];
    for (const place of places) await readBundles(join(root, name, ...place), { bundles, leftOut });
    const fitting = keepFitting(bundles, leftOut);
    unreadable += fitting.reduce((sum, { log }) => sum + log.problems.length, 0);
    const events = fitting.flatMap(({ log }) => log.events);
    if (events.length === 0) continue;
    learners.push({ name, events });
    folders.push(join(root, name));
  }
  return { learners, folders, unreadable, leftOut };
}

/** Of several keys in the name of one device the one it is named after is its own; else the one that was there first. */
function keepFitting(bundles: readonly Bundle[], leftOut: LeftOut[]): Bundle[] {
  const keys = new Map<string, string>();
  for (const { log } of bundles) {
    for (const signature of log.signatures.filter(isSigned)) {
      const { device, key } = signature;
      if (!keys.has(device) || deviceOfKey(key) === device) keys.set(device, key);
    }
  }
  const proved = new Set<string>();
  const fitting = bundles.filter(({ file, log }) => {
    const misfit = log.signatures.find((each) => !isSigned(each) || keys.get(each.device) !== each.key);
    if (misfit) leftOut.push({ file, words: `has a signature that is not of device ${misfit.device}` });
    else for (const { hashes } of log.signatures) for (const hash of hashes) proved.add(hash);
    return misfit === undefined;
  });
  // A device that signs at all signs everything; what is not signed in its name is somebody else's.
  return fitting.map(({ file, log }) => {
    const events = log.events.filter(({ h, dev }) => proved.has(h) || !keys.has(dev));
    const missing = log.events.length - events.length;
    if (missing > 0)
      leftOut.push({
        file,
        words: `holds ${missing === 1 ? '1 entry' : `${missing} entries`} without the signature of the device they name`,
      });
    return { file, log: { ...log, events } };
  });
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

async function readBundles(folder: string, { bundles, leftOut }: { bundles: Bundle[]; leftOut: LeftOut[] }) {
  const { logs, refused } = await listLogs(realFiles, folder).catch((error: unknown) => ({
    logs: new Map<string, unknown>(),
    refused: new Map([['', `could not be read: ${reasonOf(error)}`]]),
  }));
  for (const [name, words] of refused) leftOut.push({ file: join(folder, name), words });
  for (const name of logs.keys()) {
    const file = join(folder, name);
    try {
      bundles.push({ file, log: parseLog((await readLogFile(realFiles, file)).toString(), { verify: true }) });
    } catch (error) {
      leftOut.push({ file, words: `could not be read: ${reasonOf(error)}` });
    }
  }
}
