import { join } from 'node:path';
import type { Catalog } from '../../core/model/catalog.ts';
import { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from '../../core/progress/checkpoint.ts';
import { writeDurably, type FileSystem } from './files.ts';

const FILE = 'checkpoint.json';

/** A shorter log is read faster than anyone looks. */
const WORTHWHILE = 5000;

/** What the log came to when a window last closed. */
export async function readCheckpoint(
  files: FileSystem,
  directory: string,
  catalog: Catalog,
): Promise<Checkpoint | undefined> {
  const text = await files.readFile(join(directory, FILE), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : decodeCheckpoint(text, catalog);
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
