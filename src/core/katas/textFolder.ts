import { HumanError } from '../errors.ts';
import type { Folder } from '../ports.ts';
import type { Files } from '../runs/runner.ts';

/** Texts as a folder to read from, so that a reference is graded as a learner's folder is. */
export function textFolder(files: Files): Folder {
  const refuse = () =>
    Promise.reject(new HumanError('These texts cannot be changed.', { next: 'Write to a folder on disk.' }));
  return {
    read: async (name) => (Object.hasOwn(files, name) ? files[name] : undefined),
    list: async (folder) => {
      const prefix = folder === '' ? '' : `${folder}/`;
      const below = Object.keys(files).filter((name) => name.startsWith(prefix));
      const names = new Set(below.map((name) => name.slice(prefix.length).split('/')[0]!));
      return [...names]
        .sort()
        .map((name) => ({ name, kind: files[prefix + name] === undefined ? ('folder' as const) : ('file' as const) }));
    },
    write: refuse,
    remove: refuse,
  };
}
