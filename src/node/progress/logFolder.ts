import type { Stats } from 'node:fs';
import { join } from 'node:path';
import { readRegularFile, refusalOf } from '../readRegularFile.ts';
import { codeOf, type FileSystem } from './files.ts';

/** Beyond it a file is not one of ours: a hundred thousand events are a third of that. */
const LARGEST = 128 * 1024 * 1024;

/** As much as is read of one folder, in files and in bytes. */
const MOST_FILES = 20_000;
const MOST_BYTES = 512 * 1024 * 1024;

export interface LogFolder {
  /** What is read, sorted by name. */
  readonly logs: ReadonlyMap<string, Stats>;
  /** What lies there under the name of a log and is not read, each with the end of the sentence that says why. */
  readonly refused: ReadonlyMap<string, string>;
}

/** The logs of a folder; one that is not there has none, and one that is a link is not looked into. */
export async function listLogs(files: FileSystem, folder: string): Promise<LogFolder> {
  const logs = new Map<string, Stats>();
  const refused = new Map<string, string>();
  const own = await files.lstat(folder).catch(() => undefined);
  if (own?.isSymbolicLink()) return { logs, refused: new Map([['', 'is a link, and links are not followed']]) };
  let room = MOST_BYTES;
  for (const name of await listNames(files, folder)) {
    const stat = await files.lstat(join(folder, name)).catch(() => undefined);
    if (!stat) continue;
    const isTooMuch = logs.size >= MOST_FILES || stat.size > room;
    const refusal =
      refusalOf(stat, LARGEST) ?? (isTooMuch ? 'is one too many: this folder holds more than is read' : undefined);
    if (refusal !== undefined) {
      refused.set(name, refusal);
      continue;
    }
    room -= stat.size;
    logs.set(name, stat);
  }
  return { logs, refused };
}

/** The bytes of a log, from `from` on. */
export function readLogFile(files: FileSystem, path: string, from = 0): Promise<Buffer> {
  return readRegularFile(path, { limit: LARGEST, from, disk: files });
}

async function listNames(files: FileSystem, folder: string): Promise<string[]> {
  try {
    return (await files.readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}
