import { HumanError } from '../../errors.ts';
import type { Folder } from '../../ports.ts';
import type { Files, TestPart } from '../../runs/runner.ts';
import { readTests, requireTrack, trackStage } from '../content.ts';
import type { Kata, Language, Stage } from '../../model/kata.ts';

/** What to debug of a stage: its test file as the learner sees it, or the one the learner writes. */
export function visibleTests(kata: Kata, language: Language, stage: Stage): TestPart {
  const { tests, learnerTests } = trackStage(requireTrack(kata, language), stage);
  const file = tests ? `tests/${tests.file}` : learnerTests;
  if (file !== undefined) return { stage: stage.id, file };
  throw new HumanError(`“${stage.title}” has no tests to step through: it counts steps.`, {
    next: 'Debug a test of another stage; breakpoints in your code hold there too.',
  });
}

/**
 * The learner's files and the visible tests, as they stand in the folder.
 *
 * @throws HumanError when one is gone.
 */
export async function readVisibleFiles(
  kata: Kata,
  language: Language,
  { learner, content }: { learner: Folder; content: Folder },
): Promise<Files> {
  const names = [...requireTrack(kata, language).files, ...Object.keys(await readTests(kata, language, content))];
  const files: Record<string, string> = {};
  for (const name of names) {
    const text = await learner.read(name);
    if (text === undefined)
      throw new HumanError(`“${name}” is missing from the kata’s folder.`, {
        next: 'Bring it back with “Restore Tests” or “Reset Kata”, then debug again.',
      });
    files[name] = text;
  }
  return files;
}
