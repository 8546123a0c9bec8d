import { HumanError } from '../../errors.ts';
import type { Folder } from '../../ports.ts';
import { requireTrack } from '../content.ts';
import type { Files } from '../../runs/runner.ts';
import type { Kata, Language } from '../kata.ts';
import { joinNames } from '../names.ts';

/** One mebibyte: more than any answer needs, little enough to keep every attempt. */
const largest = 1024 * 1024;

/**
 * The learner's files as a graded run takes them: the track's `files`, nothing else of the folder, no links, nothing
 * over 1 MiB. `missing` names those that are gone.
 */
export async function readLearnerFiles(
  kata: Kata,
  language: Language,
  { workspace, folder }: { workspace: Folder; folder: string },
): Promise<{ readonly files: Files; readonly missing: readonly string[] }> {
  const { files: names } = requireTrack(kata, language);
  const files: Record<string, string> = {};
  const missing: string[] = [];
  for (const name of names) {
    const text = await workspace.read(joinNames(folder, name));
    if (text === undefined) missing.push(name);
    else if (text.length > largest)
      throw new HumanError(`“${name}” is larger than 1 MiB and was not run.`, {
        next: 'Take generated data out of it, or reset the kata to get the starter back.',
      });
    else files[name] = text;
  }
  return { files, missing };
}
