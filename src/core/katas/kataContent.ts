import type { Folder } from '../ports.ts';
import { joinNames } from './names.ts';

/** Under this name a kata sees the libraries of `katas/support/` among its own files. */
export const supportPrefix = 'support/';

/**
 * The files of one kata, given the folder `katas/`: those of its own folder, and below `support/` the libraries that
 * katas share, of which there is one copy.
 */
export function kataContent(katas: Folder, id: string): Folder {
  const place = (name: string) => (name.startsWith(supportPrefix) ? name : joinNames('exercises', id, name));
  return {
    read: (name) => katas.read(place(name)),
    list: (name) => katas.list(place(name)),
    write: (name, text) => katas.write(place(name), text),
    remove: (name) => katas.remove(place(name)),
  };
}

/** The support libraries that the text of a `kata.json` names; none when it cannot be read, which is told elsewhere. */
export function usedLibraries(manifest = '{}'): readonly string[] {
  try {
    const { uses } = JSON.parse(manifest) as { uses?: unknown };
    const names = Array.isArray(uses) ? uses.filter((each): each is string => typeof each === 'string') : [];
    return [...new Set(names.filter((name) => /^\w+$/.test(name)))];
  } catch {
    return [];
  }
}
