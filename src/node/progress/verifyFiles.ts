import { join } from 'node:path';
import { isUnchangedBundle } from '../../core/progress/bundle.ts';
import { findChainBreaks } from '../../core/progress/chain.ts';
import type { ProgressEvent } from '../../core/model/event.ts';
import { parseLog, type ParsedLog } from '../../core/progress/log.ts';
import type { Provenance } from '../../core/progress/provenance.ts';
import { isSigned } from './ed25519.ts';
import { realFiles, reasonOf } from './files.ts';
import { listLogs, readLogFile } from './logFolder.ts';

/** One thing wrong with a file. `harmless` ones cost nothing and need nothing. */
export interface FileFinding {
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  readonly words: string;
  readonly harmless: boolean;
}

export interface VerifiedFile {
  readonly file: string;
  /** Entries that are what they were when written. */
  readonly entries: number;
  readonly findings: readonly FileFinding[];
}

/**
 * Compares every line of every log and bundle with its hash, follows the chains, and checks the signatures. With
 * `provenanceOf` it says as well whose entries these are, where that is not simply the learner.
 */
export async function verifyFiles(
  folders: readonly string[],
  provenanceOf: (event: ProgressEvent) => Provenance = () => 'own',
): Promise<VerifiedFile[]> {
  const found: VerifiedFile[] = [];
  for (const folder of folders) {
    const { logs, refused } = await listLogs(realFiles, folder).catch((error: unknown) => ({
      logs: new Map(),
      refused: new Map([['', `could not be read: ${reasonOf(error)}`]]),
    }));
    for (const [name, words] of refused) found.push(refuse(join(folder, name), `${words}; nothing of it was read`));
    for (const name of logs.keys()) found.push(await verifyFile(folder, name, provenanceOf));
  }
  return found;
}

async function verifyFile(
  folder: string,
  name: string,
  provenanceOf: (event: ProgressEvent) => Provenance,
): Promise<VerifiedFile> {
  const file = join(folder, name);
  let text: string;
  try {
    text = (await readLogFile(realFiles, file)).toString();
  } catch (error) {
    return refuse(file, `could not be read: ${reasonOf(error)}`);
  }
  const parsed = parseLog(text, { verify: true });
  const isBundle = isUnchangedBundle(name, text);
  const cutOff = !text.endsWith('\n') && text !== '';
  const last = text.split('\n').length;
  return {
    file,
    entries: parsed.events.length,
    findings: [
      ...parsed.problems.map(({ line, words, kind }): FileFinding => {
        const isTail = cutOff && line === last;
        if (isTail) return { line, words: 'cut off while it was written; it was never confirmed', harmless: true };
        return { line, words: `damaged: ${words}`, harmless: kind === 'conflict-marker' };
      }),
      ...(isOneWindows(name) ? findChainBreaks(parsed) : []).map(({ line, kind }): FileFinding =>
        kind === 'gap'
          ? { line, words: 'does not follow the line before: lines are missing there', harmless: false }
          : { line, words: 'two windows wrote here at once; both are read', harmless: true },
      ),
      ...(isBundle === false && parsed.problems.length === 0
        ? [{ words: 'was changed after it was published; every entry in it is genuine', harmless: true }]
        : []),
      ...findStrangers(parsed, provenanceOf),
    ],
  };
}

/** What is genuine by its hash and yet not the learner's, or said to be and not proved. */
function findStrangers(
  { events, signatures }: ParsedLog,
  provenanceOf: (event: ProgressEvent) => Provenance,
): FileFinding[] {
  const groups = new Map<string, { provenance: Provenance; dev: string; count: number }>();
  for (const event of events) {
    const provenance = provenanceOf(event);
    if (provenance === 'own') continue;
    const group = groups.get(`${provenance} ${event.dev}`) ?? { provenance, dev: event.dev, count: 0 };
    groups.set(`${provenance} ${event.dev}`, { ...group, count: group.count + 1 });
  }
  const bad = signatures.filter((signature) => !isSigned(signature));
  return [
    ...bad.map(({ device, key }) => ({
      words: `forged or damaged: a signature in the name of ${device} that its key (${key.slice(0, 8)}…) did not make. It proves nothing; take the file from where it was published, or remove it`,
      harmless: false,
    })),
    ...[...groups.values()].map(({ provenance, dev, count }) => wordsOf(provenance, dev, count)),
  ];
}

function wordsOf(provenance: Provenance, dev: string, count: number): FileFinding {
  const entries = count === 1 ? '1 entry' : `${count} entries`;
  const own = `If that device is yours: katapath progress devices --adopt ${dev}`;
  switch (provenance) {
    case 'own':
      return { words: `${entries} of yours`, harmless: true };
    case 'foreign':
      return {
        words: `foreign: ${entries} of device ${dev}, which you have not adopted. Not counted. ${own}`,
        harmless: true,
      };
    case 'unsigned':
      return {
        words: `not proved: ${entries} in the name of your device ${dev} without its signature, forged or written by Katapath 0.1.0. Not counted. Publish again on that device, or if this is an old copy of your own: katapath progress devices --adopt ${dev}`,
        harmless: false,
      };
    case 'forged':
      return {
        words: `forged: ${entries} in the name of your device ${dev}, signed with a key that is not that device's. Not counted: remove the file. If you set that device up anew, adopt it again with --key`,
        harmless: false,
      };
  }
}

function refuse(file: string, words: string): VerifiedFile {
  return { file, entries: 0, findings: [{ words, harmless: false }] };
}

/** Only a window's own log is one chain; mirrors and bundles hold the events of several. */
function isOneWindows(name: string): boolean {
  return /^[0-9a-f]{16}\.\d+\.jsonl$/.test(name);
}
