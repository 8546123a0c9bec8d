import { COMMAND_BUDGET, within } from '../../core/budget.ts';
import { fixAll, type CheckResult } from '../../core/documents/index.ts';
import { HumanError, toSentence } from '../../core/errors.ts';
import { diskFolder } from '../../node/diskFolder.ts';
import type { OpenedLibrary } from '../../node/documents/openLibrary.ts';
import { toReported, type FileReport } from './report.ts';

/** What became of the files that were checked. */
export interface Checked {
  readonly reports: FileReport[];
  /** How many files were written. */
  readonly fixed: number;
  /** Files that have something to fix and were left alone, and why. */
  readonly unfixed: readonly { readonly file: string; readonly why: string }[];
}

/** Checks the wanted files, and with `fix` writes the ones whose safe fixes change something. */
export async function checkFiles(
  root: string,
  wanted: readonly string[],
  { library, texts, damaged, fix }: Pick<OpenedLibrary, 'library' | 'texts' | 'damaged'> & { fix: boolean },
): Promise<Checked> {
  const reports: FileReport[] = [];
  const unfixed: { file: string; why: string }[] = [];
  const folder = diskFolder(root);
  let fixed = 0;
  for (const file of wanted) {
    let text = texts.get(file);
    if (text === undefined) continue;
    const better = fix ? fixAll(text, (current) => library.check(file, current).problems) : text;
    if (better !== text) {
      const why = damaged.has(file) ? losesBytes : await folder.write(file, better).then(() => undefined, refusal);
      if (why !== undefined) unfixed.push({ file, why });
      else {
        library.put(file, better);
        text = better;
        fixed += 1;
      }
    }
    const words = text;
    const report = toReport(
      file,
      within(COMMAND_BUDGET, () => library.check(file, words)),
    );
    if (report) reports.push(report);
  }
  return { reports, fixed, unfixed };
}

const losesBytes = 'some of its bytes are not UTF-8 and would be lost. Save it as UTF-8, then run --fix again.';

/** Why the file may not be written; every other trouble ends the run. */
function refusal(error: unknown): string {
  if (error instanceof HumanError) return toSentence(error);
  throw error;
}

function toReport(file: string, { document, detection, problems }: CheckResult): FileReport | undefined {
  if (!detection && problems.length === 0) return undefined;
  return {
    file,
    profile: detection?.profile.id ?? 'unknown',
    problems: problems.map((problem) => toReported(document, problem)),
  };
}
