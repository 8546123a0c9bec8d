import type { Config } from '../../model/config.ts';
import defaults from './words.json';

/** The lists there are. */
export const wordLists: readonly string[] = Object.keys(defaults);

/** The words of a list: the ones that come with the program, with the workspace's own changes. */
export function wordsOf(list: string, config: Config): readonly string[] {
  const own = config.words?.[list] ?? [];
  const base = (defaults as Readonly<Record<string, readonly string[]>>)[list] ?? [];
  if (own.length === 0) return base;
  const removed = new Set(own.filter((word) => word.startsWith('!')).map((word) => word.slice(1).toLowerCase()));
  const added = own.filter((word) => !word.startsWith('!')).map((word) => word.toLowerCase());
  return [...new Set([...base.filter((word) => !removed.has(word)), ...added])];
}
