import { folderOf } from '../corpus/paths.ts';
import { parseDocument, type DesignDocument } from '../model/document.ts';
import { bundledProfiles } from '../profiles/bundled.ts';
import type { Profile } from '../profiles/profile.ts';
import { detectProfile } from './detect.ts';

/** A share of a folder's design documents above which one profile is the folder's own. */
const MAJORITY = 0.5;

/** The profile most documents of each folder have, by folder (`''` for the root); folders of many minds are left out. */
export function findFolderProfiles(
  documents: Iterable<
    { readonly file: string; readonly text: string } | { readonly file: string; readonly document: DesignDocument }
  >,
  workspace?: string,
  profiles: readonly Profile[] = bundledProfiles,
): ReadonlyMap<string, string> {
  return majorities(
    [...documents].flatMap((entry) => {
      const document = 'document' in entry ? entry.document : parseDocument(entry.text);
      const path = workspace ? `${workspace}/${entry.file}` : entry.file;
      const profile = detectProfile(document, profiles, { path })?.profile.id;
      return profile === undefined ? [] : [{ file: entry.file, profile }];
    }),
  );
}

/** `findFolderProfiles` for documents whose own profiles are known already. */
export function majorities(
  documents: Iterable<{ readonly file: string; readonly profile: string }>,
): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { file, profile } of documents) {
    const folder = folderOf(file);
    const inFolder = counts.get(folder) ?? new Map<string, number>();
    inFolder.set(profile, (inFolder.get(profile) ?? 0) + 1);
    counts.set(folder, inFolder);
  }
  return new Map([...counts].flatMap(([folder, inFolder]) => majorityOf(folder, inFolder)));
}

function majorityOf(folder: string, counts: ReadonlyMap<string, number>): [string, string][] {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [id, count] = [...counts].sort(([, a], [, b]) => b - a)[0]!;
  return count / total > MAJORITY ? [[folder, id]] : [];
}
