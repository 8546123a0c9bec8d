import { spawn } from 'node:child_process';
import { checkGrowth } from '../../../src/core/katas/growth/checkGrowth.ts';
import { languageTitle } from '../../../src/core/katas/languageTitle.ts';
import type { NodeTestRunner } from '../../../src/node/testRunner.ts';
import { growthSuites, type GrowthSuite } from '../../core/katas/growth/suites.ts';
import type { Subject } from '../../core/katas/growth/heaps.ts';
import type { Goal } from './measure.ts';

/** Trials that run side by side: one takes the child that waits, the other starts its own. */
const sideBySide = 2;
const bound = { label: 'O(n log n)', slope: 1.5 };
const languages = ['typescript', 'javascript', 'python'] as const;

/** One answer and what puts it to the test. */
interface Case extends Omit<GrowthSuite, 'subjects'> {
  readonly subject: Subject;
}

interface Tally {
  readonly language: string;
  readonly isFast: boolean;
  readonly answers: number;
  readonly trials: number;
  readonly wrong: readonly string[];
  readonly seconds: number;
}

/**
 * Judges answers that grow as asked, and slow ones, `trials` times each in each language, another seed each time, while
 * a loop keeps a core busy. Counting knows no clock, so neither the loop nor the seed may change a verdict: at most one
 * in a thousand may be wrong, either way.
 */
export async function benchGrowth(runner: NodeTestRunner, trials: number, only?: string): Promise<Goal[]> {
  const busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  try {
    const tallies: Tally[] = [];
    for (const language of languages.filter((each) => only === undefined || each === only)) {
      await runner.keepWarm(language);
      for (const isFast of [true, false]) tallies.push(await judge(runner, { language, isFast, trials }));
      runner.cool();
    }
    printTable(tallies);
    return tallies.map(toGoal);
  } finally {
    busy.kill('SIGKILL');
  }
}

async function judge(
  runner: NodeTestRunner,
  { language, isFast, trials }: Pick<Tally, 'language' | 'isFast' | 'trials'>,
): Promise<Tally> {
  const cases = growthSuites
    .filter((suite) => suite.language === language)
    .flatMap(({ subjects, ...suite }) => subjects.map((subject): Case => ({ ...suite, subject })))
    .filter(({ subject }) => subject.isFast === isFast);
  const wrong: string[] = [];
  const began = performance.now();
  let next = 0;
  const work = async () => {
    while (next < trials) {
      const seed = next++;
      const { subject, file, driver, driverFile } = cases[seed % cases.length]!;
      const files = { [file]: subject.source, [driverFile]: driver };
      const outcome = await checkGrowth({ language, files, counted: [file], driver: driverFile, bound, seed }, runner);
      const verdict = 'report' in outcome ? outcome.report.passed : outcome.trouble.summary;
      if (verdict !== isFast) wrong.push(`${subject.name}, seed ${seed}: ${verdict}`);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  return { language, isFast, answers: cases.length, trials, wrong, seconds: (performance.now() - began) / 1000 };
}

function printTable(tallies: readonly Tally[]): void {
  console.log(`Growth judged with a busy core, Node ${process.version}`);
  console.log('  language   answers that are   different   trials   judged wrongly   seconds');
  for (const { language, isFast, answers, trials, wrong, seconds } of tallies) {
    const cells = [
      languageTitle(language).padEnd(10),
      (isFast ? `at most ${bound.label}` : 'slower').padEnd(18),
      String(answers).padStart(9),
      String(trials).padStart(8),
      String(wrong.length).padStart(16),
      seconds.toFixed(0).padStart(9),
    ];
    console.log(`  ${cells.join(' ')}`);
    for (const trial of wrong) console.log(`    ${trial}`);
  }
}

const toGoal = ({ language, isFast, trials, wrong }: Tally): Goal => ({
  sentence: `${languageTitle(language)}: ${wrong.length} of ${trials} ${isFast ? 'right' : 'slow'} answers judged wrongly (goal: at most 1 in 1,000)`,
  isReached: wrong.length * 1000 <= Math.max(trials, 1000),
});
