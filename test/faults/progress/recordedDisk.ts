import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { realFiles, type FileSystem } from '../../../src/node/progress/files.ts';

/** One thing a program asked of the disk, or (`acknowledged`) told its caller. */
export type Operation =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'create'; readonly path: string; readonly file: number }
  | { readonly kind: 'write'; readonly file: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: number; readonly size: number }
  | { readonly kind: 'sync'; readonly file: number }
  | { readonly kind: 'sync-folder'; readonly path: string }
  | { readonly kind: 'name'; readonly from: string; readonly to: string; readonly moves: boolean }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'acknowledged'; readonly hashes: readonly string[] };

const WRITES = constants.O_WRONLY | constants.O_RDWR | constants.O_CREAT;

/** The real disk, with everything that changes it written down in order. */
export function recordDisk(): { files: FileSystem; operations: Operation[] } {
  const operations: Operation[] = [];
  const names = new Map<string, number>();
  let next = 0;
  const numberOf = (path: string): number => {
    const known = names.get(path);
    if (known !== undefined) return known;
    operations.push({ kind: 'create', path, file: next });
    names.set(path, next);
    return next++;
  };
  const exists = (path: string) =>
    realFiles.lstat(path).then(
      () => true,
      () => false,
    );

  const files = {
    ...realFiles,
    async mkdir(path: string, options: { recursive: true }) {
      const missing: string[] = [];
      for (let folder = path; !(await exists(folder)); folder = dirname(folder)) missing.unshift(folder);
      for (const folder of missing) operations.push({ kind: 'folder', path: folder });
      return realFiles.mkdir(path, options);
    },
    async open(path: string, flags: string | number, mode?: number) {
      const isFolder = (await realFiles.lstat(path).catch(() => undefined))?.isDirectory();
      const handle = await realFiles.open(path, flags, mode);
      if (isFolder) return recordFolder(handle, () => operations.push({ kind: 'sync-folder', path }));
      const reads = flags === 'r' || (typeof flags === 'number' && (flags & WRITES) === 0);
      return reads ? handle : recordFile(handle, numberOf(path), operations);
    },
    async rename(from: string, to: string) {
      await realFiles.rename(from, to);
      operations.push({ kind: 'name', from, to, moves: true });
      names.set(to, numberOf(from));
      names.delete(from);
    },
    async link(from: string, to: string) {
      await realFiles.link(from, to);
      operations.push({ kind: 'name', from, to, moves: false });
      names.set(to, numberOf(from));
    },
    async rm(path: string, options: object) {
      await realFiles.rm(path, options);
      operations.push({ kind: 'remove', path });
      names.delete(path);
    },
  } as FileSystem;
  return { files, operations };
}

function recordFolder(handle: FileHandle, onSync: () => void): FileHandle {
  const sync = handle.sync.bind(handle);
  return Object.assign(handle, {
    sync: async () => {
      await sync();
      onSync();
    },
  });
}

function recordFile(handle: FileHandle, file: number, operations: Operation[]): FileHandle {
  const real = {
    write: handle.write.bind(handle) as unknown as (
      b: Buffer,
      at: number,
      length: number,
    ) => Promise<{ bytesWritten: number }>,
    writeFile: handle.writeFile.bind(handle),
    appendFile: handle.appendFile.bind(handle),
    truncate: handle.truncate.bind(handle),
    sync: handle.sync.bind(handle),
    datasync: handle.datasync.bind(handle),
  };
  const synced = async (sync: () => Promise<void>) => {
    await sync();
    operations.push({ kind: 'sync', file });
  };
  const wrote = (bytes: Buffer) => operations.push({ kind: 'write', file, bytes });
  return Object.assign(handle, {
    write: async (bytes: Buffer, offset: number, length: number) => {
      const result = await real.write(bytes, offset, length);
      wrote(Buffer.from(bytes.subarray(offset, offset + result.bytesWritten)));
      return result;
    },
    writeFile: async (data: string) => {
      await real.writeFile(data);
      wrote(Buffer.from(data));
    },
    appendFile: async (data: string) => {
      await real.appendFile(data);
      wrote(Buffer.from(data));
    },
    truncate: async (size: number) => {
      await real.truncate(size);
      operations.push({ kind: 'truncate', file, size });
    },
    sync: () => synced(real.sync),
    datasync: () => synced(real.datasync),
  });
}
