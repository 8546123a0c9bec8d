import { HumanError } from '../../errors.ts';
import { withPlainEndings } from '../hash.ts';
import type { Folder } from '../../ports.ts';
import type { RunResult } from '../../runs/event.ts';
import type { Files } from '../../runs/runner.ts';

/** Larger than any solution; a file beyond it was not written by hand. */
const largestFile = 1024 * 1024;

/** The learner's files, or the result of a run that cannot begin because of them. */
export type LearnerFiles = { readonly files: Files } | { readonly trouble: Trouble };
type Trouble = Pick<RunResult, 'verdict' | 'summary' | 'next' | 'places'>;

/** Reads the files that a track names, and nothing else of the workspace. */
export async function readLearnerFiles(names: readonly string[], learner: Folder): Promise<LearnerFiles> {
  const files: Record<string, string> = {};
  for (const name of names) {
    try {
      const text = await learner.read(name);
      if (text === undefined)
        return trouble(
          name,
          `${name} is missing.`,
          'Bring it back with “Reset Kata”, or make it again under that name.',
        );
      if (text.length > largestFile)
        return trouble(name, `${name} is larger than 1 MB.`, 'Keep only the code that solves the kata in it.');
      files[name] = text;
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      return { trouble: { verdict: 'environment', summary: error.message, next: error.next, places: [] } };
    }
  }
  return { files };
}

function trouble(file: string, summary: string, next: string): LearnerFiles {
  return { trouble: { verdict: 'compile-error', summary, next, places: [{ file, line: 1, message: summary }] } };
}

/**
 * The visible test files that are not as the kata has them: changed, or gone. Line endings do not count. A file that
 * cannot be read counts as changed.
 */
export async function findEditedTests(tests: Files, learner: Folder): Promise<readonly string[]> {
  const differs = await Promise.all(
    Object.entries(tests).map(async ([name, text]) => {
      const present = await learner.read(name).catch(() => undefined);
      return present === undefined || withPlainEndings(present) !== withPlainEndings(text);
    }),
  );
  return Object.keys(tests).filter((_name, index) => differs[index]);
}
