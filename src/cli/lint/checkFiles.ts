import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMAND_BUDGET, within } from '../../core/budget.ts';
import { fixAll, type CheckResult } from '../../core/documents/index.ts';
import type { OpenedLibrary } from '../../node/documents/openLibrary.ts';
import { toReported, type FileReport } from './report.ts';

interface Checked {
  readonly reports: FileReport[];
  /** How many files were written. */
  readonly fixed: number;
  /** Files that have something to fix and were left alone, because writing them would lose bytes. */
  readonly unfixed: readonly string[];
}

/** Checks the wanted files, and with `fix` writes the ones whose safe fixes change something. */
export async function checkFiles(
  root: string,
  wanted: readonly string[],
  { library, texts, damaged, fix }: Pick<OpenedLibrary, 'library' | 'texts' | 'damaged'> & { fix: boolean },
): Promise<Checked> {
  const reports: FileReport[] = [];
  const unfixed: string[] = [];
  let fixed = 0;
  for (const file of wanted) {
    let text = texts.get(file);
    if (text === undefined) continue;
    const better = fix ? fixAll(text, (current) => library.check(file, current).problems) : text;
    if (better !== text && damaged.has(file)) unfixed.push(file);
    else if (better !== text) {
      await writeFile(join(root, file), better);
      library.put(file, better);
      text = better;
      fixed += 1;
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

function toReport(file: string, { document, detection, problems }: CheckResult): FileReport | undefined {
  if (!detection && problems.length === 0) return undefined;
  return {
    file,
    profile: detection?.profile.id ?? 'unknown',
    problems: problems.map((problem) => toReported(document, problem)),
  };
}
