import { join } from 'node:path';
import type { Catalog } from '../../core/catalog/catalog.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../core/progress/checkpoint.ts';
import type { ProgressState } from '../../core/progress/state.ts';
import { writeDurably, type FileSystem } from './files.ts';

const FILE = 'checkpoint.json';

/** A shorter log is read faster than anyone looks. */
const WORTHWHILE = 5000;

/** What the log came to when a window last closed, if not a byte of it has changed since. */
export async function readCheckpoint(
  files: FileSystem,
  directory: string,
  catalog: Catalog,
  mark: string,
): Promise<ProgressState | undefined> {
  const text = await files.readFile(join(directory, FILE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : decodeCheckpoint(text, catalog, mark);
}

/** `mark` is what the files looked like when they were read, not what they look like now. */
export async function writeCheckpoint(
  files: FileSystem,
  directory: string,
  { state, catalog, mark }: { state: ProgressState; catalog: Catalog; mark: string },
): Promise<void> {
  if (state.counted < WORTHWHILE) return;
  const content = encodeCheckpoint(state, catalog, mark);
  // Without it the next start reads the whole log first; nothing to tell anyone.
  await writeDurably(files, { folder: directory, name: FILE, content, replace: true }).catch(() => undefined);
}
