// Appends as fast as it can and names each event on stdout once it is acknowledged; until it is killed, or `count` times.
// Arguments: the folder of the log, `plain` or `pieces`, who it is, how many; and in how many logs at once, each in a
// folder of its own below, where it is more than one.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { DiskProgressStore } from '../../../src/node/progress/diskProgressStore.ts';
import { realFiles, type FileSystem } from '../../../src/node/progress/files.ts';

const [, , directory, mode, who, count = 'Infinity', logs = '1'] = process.argv;

/** A disk on which each write leaves in pieces, so that a kill falls into the middle of a line. */
const inPieces: FileSystem = {
  ...realFiles,
  open: async (...args: Parameters<FileSystem['open']>) => {
    const handle = await realFiles.open(...args);
    const write = handle.write.bind(handle) as unknown as (
      bytes: Buffer,
      offset: number,
      length: number,
    ) => Promise<unknown>;
    const writePiece = (bytes: Buffer, offset: number, length: number) => write(bytes, offset, Math.min(length, 97));
    return Object.assign(handle, { write: writePiece });
  },
};

async function append(directory: string): Promise<void> {
  const store = await DiskProgressStore.open({
    catalog: { paths: [], katas: [] },
    directory,
    watch: false,
    files: mode === 'pieces' ? inPieces : realFiles,
  });
  for (let index = 0; index < Number(count); index++) {
    const [event] = await store.append([{ type: 'item.completed', item: `${who}-${index}` }]);
    writeSync(1, `${event!.h}\n`);
  }
  await store.close();
}

writeSync(1, 'ready\n');
const folders =
  logs === '1' ? [directory!] : Array.from({ length: Number(logs) }, (_, index) => join(directory!, String(index)));
await Promise.all(folders.map(append));
