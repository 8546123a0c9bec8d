import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Operation } from './recordedDisk.ts';

/** What a disk may hold after a power cut, and which events had been acknowledged by then. */
export interface DiskImage {
  readonly acknowledged: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  readonly contents: ReadonlyMap<string, Buffer>;
  readonly words: string;
}

/** A name stands for a file's number; `sure` is what no power cut can take back. */
interface Disk {
  readonly folders: Set<string>;
  readonly sureFolders: Set<string>;
  readonly names: Map<string, number>;
  readonly sureNames: Map<string, number>;
  readonly contents: Map<number, Buffer>;
  readonly sureContents: Map<number, Buffer>;
  readonly acknowledged: Set<string>;
}

/**
 * Every image a power cut may leave, after each operation: names that were not synced with their folder are there or
 * not; bytes that were not synced are there up to any place, or as zeros. A model of a disk, not a disk: but a program
 * that forgets a sync fails it, which no killed process can show, since the kernel's cache survives the process.
 */
export function* powerCuts(operations: readonly Operation[]): Generator<DiskImage> {
  const disk: Disk = {
    folders: new Set(),
    sureFolders: new Set(),
    names: new Map(),
    sureNames: new Map(),
    contents: new Map(),
    sureContents: new Map(),
    acknowledged: new Set(),
  };
  for (const [index, operation] of operations.entries()) {
    apply(disk, operation);
    const at = `after operation ${index + 1} (${operation.kind})`;
    for (const [which, folders, names] of [
      ['all names', disk.folders, disk.names],
      ['sure names', disk.sureFolders, disk.sureNames],
    ] as const) {
      for (const [what, contents] of contentsAfterCut(disk)) {
        const files = [...names]
          .filter(([path]) => isIn(path, folders, disk.folders))
          .map(([path, file]): [string, Buffer] => [path, contents(file)]);
        yield {
          acknowledged: new Set(disk.acknowledged),
          folders: new Set(folders),
          contents: new Map(files),
          words: `${at}, ${which}, ${what}`,
        };
      }
    }
  }
}

/** Whether every folder above, of those that were made, is among the ones there. */
function isIn(path: string, there: ReadonlySet<string>, made: ReadonlySet<string>): boolean {
  for (let folder = dirname(path); made.has(folder); folder = dirname(folder)) if (!there.has(folder)) return false;
  return true;
}

/** Lays an image down where it was recorded. */
export function restore(image: DiskImage, root: string): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  for (const folder of image.folders) mkdirSync(folder, { recursive: true });
  for (const [path, content] of image.contents) {
    mkdirSync(dirname(path), { recursive: true });
    // As they were made: the key of a device is the owner's alone.
    writeFileSync(path, content, { mode: 0o600 });
  }
}

function apply(disk: Disk, operation: Operation): void {
  switch (operation.kind) {
    case 'folder':
      disk.folders.add(operation.path);
      break;
    case 'create':
      disk.names.set(operation.path, operation.file);
      disk.contents.set(operation.file, Buffer.alloc(0));
      disk.sureContents.set(operation.file, Buffer.alloc(0));
      break;
    case 'write':
      disk.contents.set(operation.file, Buffer.concat([disk.contents.get(operation.file)!, operation.bytes]));
      break;
    case 'truncate':
      disk.contents.set(operation.file, disk.contents.get(operation.file)!.subarray(0, operation.size));
      break;
    case 'sync':
      disk.sureContents.set(operation.file, disk.contents.get(operation.file)!);
      break;
    case 'sync-folder':
      syncNames(disk, operation.path);
      break;
    case 'name':
      disk.names.set(operation.to, disk.names.get(operation.from)!);
      if (operation.moves) disk.names.delete(operation.from);
      break;
    case 'remove':
      disk.names.delete(operation.path);
      break;
    case 'acknowledged':
      for (const hash of operation.hashes) disk.acknowledged.add(hash);
  }
}

function syncNames({ folders, sureFolders, names, sureNames }: Disk, folder: string): void {
  for (const made of folders) if (dirname(made) === folder) sureFolders.add(made);
  for (const path of [...sureNames.keys()]) if (dirname(path) === folder) sureNames.delete(path);
  for (const [path, file] of names) if (dirname(path) === folder) sureNames.set(path, file);
}

/** Ways in which unsynced bytes may have arrived. */
function* contentsAfterCut({ contents, sureContents }: Disk): Generator<[string, (file: number) => Buffer]> {
  yield ['all bytes', (file) => contents.get(file)!];
  const isDirty = [...contents].some(([file, content]) => !sureContents.get(file)!.equals(content));
  if (!isDirty) return;
  yield ['synced bytes', (file) => sureContents.get(file)!];
  for (const part of [0.02, 0.3, 0.7, 0.99]) {
    const cut = (file: number) => {
      const content = contents.get(file)!;
      const sure = Math.min(sureContents.get(file)!.length, content.length);
      return sure + Math.floor((content.length - sure) * part);
    };
    yield [`${part * 100} % of the rest`, (file) => contents.get(file)!.subarray(0, cut(file))];
    yield [
      `${part * 100} % of the rest, then zeros`,
      (file) =>
        Buffer.concat([
          contents.get(file)!.subarray(0, cut(file)),
          Buffer.alloc(contents.get(file)!.length - cut(file)),
        ]),
    ];
  }
}
