import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Everything below a folder by name, each with what would differ if somebody wrote there. */
export type Snapshot = ReadonlyMap<string, string>;

const LARGEST_READ = 4 * 1024 * 1024;

export function takeSnapshot(root: string, isLeftOut: (name: string) => boolean): Snapshot {
  const found = new Map<string, string>();
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder)) {
      const path = join(folder, entry);
      const name = relative(root, path);
      if (isLeftOut(name)) continue;
      const status = lstatSync(path);
      if (status.isDirectory()) {
        found.set(name, `folder ${status.mode}`);
        walk(path);
      } else if (status.isSymbolicLink()) found.set(name, `link ${readlinkSync(path)}`);
      else if (!status.isFile()) found.set(name, `other ${status.mode}`);
      else found.set(name, [status.mode, status.size, status.mtimeMs, digestOf(path, status.size)].join(' '));
    }
  };
  walk(root);
  return found;
}

const digestOf = (path: string, size: number) =>
  size > LARGEST_READ ? 'large' : createHash('sha256').update(readFileSync(path)).digest('hex');

/** What is there now and was not, is gone, or is another, a line for each. */
export function findDifferences(before: Snapshot, after: Snapshot): readonly string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    if (!before.has(name)) return [`written: ${name}`];
    if (!after.has(name)) return [`removed: ${name}`];
    return before.get(name) === after.get(name) ? [] : [`changed: ${name}`];
  });
}
