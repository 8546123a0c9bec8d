import { HumanError } from '../../core/errors.ts';
import { explainUnreadable } from '../../node/fileErrors.ts';
import { readGiven } from '../../node/readGiven.ts';
import { RefusedFile } from '../../node/readRegularFile.ts';
import { writeAsked } from '../../node/whereAsked.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { FileReport } from './report.ts';

/** Per file and fingerprint, how many problems are known; a ratchet: what is fixed leaves, what is new is reported. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, number>>>>;

export async function readBaseline(path: string): Promise<Baseline> {
  let text: string;
  try {
    text = (await readGiven(path)).toString();
  } catch (cause) {
    if (cause instanceof RefusedFile) throw explainUnreadable(cause, path);
    throw new HumanError(`There is no baseline ${path}.`, { next: 'Write one with --write-baseline.', cause });
  }
  try {
    const { known } = JSON.parse(text) as { known: Baseline };
    if (typeof known === 'object' && known !== null) return known;
  } catch {
    // Said below, together with the wrong shape.
  }
  throw new HumanError(`${path} is not a baseline.`, { next: 'Write a new one with --write-baseline.' });
}

export async function writeBaseline(cwd: string, file: string, files: readonly FileReport[]): Promise<void> {
  const known = Object.fromEntries(
    files.filter(({ problems }) => problems.length > 0).map(({ file, problems }) => [file, count(problems)]),
  );
  const text = `${JSON.stringify({ version: 1, known }, null, 2)}\n`;
  await writeAsked({ cwd, file, over: true, may: ['.katapath'] }, text);
}

/** The report without what the baseline knows, and how much that was. */
export function leaveOutKnown(
  files: readonly FileReport[],
  baseline: Baseline,
): { files: FileReport[]; known: number } {
  let known = 0;
  const left = files.map((report) => {
    const budget = new Map(Object.entries(lookUp(baseline, report.file) ?? {}));
    const problems = report.problems.filter(({ fingerprint }) => {
      const count = budget.get(fingerprint) ?? 0;
      if (count === 0) return true;
      budget.set(fingerprint, count - 1);
      known += 1;
      return false;
    });
    return { ...report, problems };
  });
  return { files: left, known };
}

function count(problems: FileReport['problems']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { fingerprint } of problems) counts[fingerprint] = (counts[fingerprint] ?? 0) + 1;
  return counts;
}
