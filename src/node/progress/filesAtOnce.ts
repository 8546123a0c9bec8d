import { closeSync, constants, fstatSync, lstatSync, openSync, read, readdirSync, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { realFiles, type FileSystem } from './files.ts';

/** Some hundred events: read in less time than it takes to ask for them and be told. */
const SHORT = 256 * 1024;

const WRITES = constants.O_WRONLY | constants.O_RDWR | constants.O_CREAT;

/**
 * The file system for whoever opens a store and is waited for: what is looked at or short is there at once, without a
 * turn in which every other extension of the window would start first. Writing and longer files take their time as ever;
 * so does everything after `end`, when nobody waits any more.
 */
export function filesAtOnce(): { readonly files: FileSystem; end(): void } {
  let isWaitedFor = true;
  const files = {
    ...realFiles,
    lstat: async (path: string) => (isWaitedFor ? lstatSync(path) : realFiles.lstat(path)),
    readdir: async (path: string) => (isWaitedFor ? readdirSync(path) : realFiles.readdir(path)),
    open: async (path: string, flags: string | number, mode?: number) =>
      isWaitedFor && typeof flags === 'number' && (flags & WRITES) === 0
        ? readAtOnce(openSync(path, flags))
        : realFiles.open(path, flags, mode),
  };
  return { files: files as FileSystem, end: () => (isWaitedFor = false) };
}

const readInTime = promisify(read);

/** As much of a handle as reading needs. */
function readAtOnce(file: number) {
  return {
    stat: async () => fstatSync(file),
    read: async (bytes: Buffer, offset: number, length: number, position: number) =>
      length <= SHORT
        ? { bytesRead: readSync(file, bytes, offset, length, position) }
        : readInTime(file, bytes, offset, length, position),
    close: async () => closeSync(file),
  };
}
