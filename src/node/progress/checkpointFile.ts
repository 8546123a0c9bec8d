import { join } from 'node:path';
import type { Catalog } from '../../core/model/catalog.ts';
import { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from '../../core/progress/checkpoint.ts';
import { readRegularFile } from '../readRegularFile.ts';
import { writeDurably, type FileSystem } from './files.ts';

const FILE = 'checkpoint.json';

const LARGEST = 32 * 1024 * 1024;

/** A shorter log is read faster than anyone looks. */
const WORTHWHILE = 5000;

/** What the log came to when a window or a command last closed. */
export async function readCheckpoint(
  files: FileSystem,
  directory: string,
  catalog: Catalog,
): Promise<Checkpoint | undefined> {
  const file = join(directory, FILE);
  const bytes = await readRegularFile(file, { limit: LARGEST, disk: files }).catch(() => undefined);
  return bytes === undefined ? undefined : decodeCheckpoint(bytes.toString(), catalog);
}

export async function writeCheckpoint(
  files: FileSystem,
  directory: string,
  checkpoint: Checkpoint,
  catalog: Catalog,
): Promise<void> {
  if (checkpoint.state.counted < WORTHWHILE) return;
  const content = encodeCheckpoint(checkpoint, catalog);
  // Without it the next start reads the whole log first; nothing to tell anyone.
  await writeDurably(files, { folder: directory, name: FILE, content, replace: true }).catch(() => undefined);
}
