import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isUnchangedBundle } from '../../core/progress/bundle.ts';
import { findChainBreaks } from '../../core/progress/chain.ts';
import { parseLog } from '../../core/progress/log.ts';

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

/** Compares every line of every log and bundle with its hash, follows the chains, and reads nothing else into them. */
export async function verifyFiles(folders: readonly string[]): Promise<VerifiedFile[]> {
  const found: VerifiedFile[] = [];
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.jsonl')).sort())
      found.push(await verifyFile(folder, name));
  }
  return found;
}

async function verifyFile(folder: string, name: string): Promise<VerifiedFile> {
  const file = join(folder, name);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { file, entries: 0, findings: [{ words: 'could not be read', harmless: false }] };
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
        return { line, words, harmless: kind === 'conflict-marker' };
      }),
      ...(isOneWindows(name) ? findChainBreaks(parsed) : []).map(({ line, kind }): FileFinding =>
        kind === 'gap'
          ? { line, words: 'does not follow the line before: lines are missing there', harmless: false }
          : { line, words: 'two windows wrote here at once; both are read', harmless: true },
      ),
      ...(isBundle === false && parsed.problems.length === 0
        ? [{ words: 'was changed after it was published; every entry in it is genuine', harmless: true }]
        : []),
    ],
  };
}

/** Only a window's own log is one chain; mirrors and bundles hold the events of several. */
function isOneWindows(name: string): boolean {
  return /^[0-9a-f]{16}\.\d+\.jsonl$/.test(name);
}
