import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { realFiles, type FileSystem } from './files.ts';

/** Some hundred events: read in less time than it takes to ask for them and be told. */
const SHORT = 256 * 1024;

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
    readFile: async (path: string, encoding?: BufferEncoding) =>
      isWaitedFor && isShort(path) ? readFileSync(path, encoding) : realFiles.readFile(path, encoding),
  };
  return { files: files as FileSystem, end: () => (isWaitedFor = false) };
}

/** A pipe in the place of a file has nothing to say, and would never end saying it. */
function isShort(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat === undefined || (stat.isFile() && stat.size <= SHORT);
}
