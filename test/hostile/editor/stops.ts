import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Attack } from '../attacks/attack.ts';
import type { Place } from '../surroundings/place.ts';
import type { Stop } from './visit.ts';

const MOST = 3;
/** The editor itself does not open more at once. */
const LARGEST = 3 * 1024 * 1024;

/** What to open in a hostile repository: what it wants opened, and some of its documents. Never a pipe. */
export function stopAt(place: Place, { name, opens = [], profile = 'adr/nygard' }: Attack): Stop {
  const documents = listDocuments(place.repository).slice(0, MOST);
  const files = [...documents, ...opens.map((file) => place.path(file))].filter(isPlain);
  return { name, folder: place.repository, files: [...new Set(files)], profile };
}

function listDocuments(folder: string, depth = 4): string[] {
  if (depth === 0) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  // What was written last comes first: the ordinary documents are the ones before.
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md')).map(({ name }) => name);
  const folders = entries.filter((entry) => entry.isDirectory() && !/^\.|node_modules/.test(entry.name));
  return [
    ...folders.slice(0, 20).flatMap(({ name }) => {
      try {
        return listDocuments(join(folder, name), depth - 1);
      } catch {
        return [];
      }
    }),
    ...files.reverse().map((name) => join(folder, name)),
  ];
}

function isPlain(path: string): boolean {
  try {
    const status = lstatSync(path);
    return status.isFile() && status.size < LARGEST;
  } catch {
    return false;
  }
}
