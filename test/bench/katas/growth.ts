import { spawn } from 'node:child_process';
import { checkGrowth } from '../../../src/core/katas/growth/checkGrowth.ts';
import type { TestRunner } from '../../../src/core/runs/runner.ts';
import { growthSuites } from '../../core/katas/growth/suites.ts';

/** Trials that run side by side. */
const sideBySide = 2;

/** `count` trials for each language; at most one in a thousand may be judged wrongly. */
export async function benchGrowth(
  runner: TestRunner,
  count: number,
): Promise<{ sentence: string; isReached: boolean }[]> {
  const results = await countWrongClasses(runner, count);
  return results.map(({ language, wrong }) => {
    for (const trial of wrong) console.log(`  ${language}: ${trial}`);
    return {
      sentence: `${language}: growth judged wrongly in ${wrong.length} of ${count} trials with a busy core (goal: 1 in 1,000)`,
      isReached: wrong.length * 1000 <= Math.max(count, 1000),
    };
  });
}

/**
 * Judges correct and slow heaps and pair sums, another seed each time, while a loop keeps a core busy. Counting knows
 * no clock, so neither the loop nor the seed may change a verdict.
 */
async function countWrongClasses(runner: TestRunner, trials: number): Promise<{ language: string; wrong: string[] }[]> {
  const busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  try {
    const results = [];
    for (const language of ['javascript', 'python']) {
      const subjects = growthSuites
        .filter((suite) => suite.language === language)
        .flatMap(({ subjects: own, ...suite }) => own.map((subject) => ({ ...suite, subject })));
      const wrong: string[] = [];
      let next = 0;
      const work = async () => {
        while (next < trials) {
          const seed = next++;
          const { subject, file, driver, driverFile } = subjects[seed % subjects.length]!;
          const files = { [file]: subject.source, [driverFile]: driver };
          const bound = { label: 'O(n log n)', slope: 1.5 };
          const outcome = await checkGrowth(
            { language, files, counted: [file], driver: driverFile, bound, seed },
            runner,
          );
          const verdict = 'report' in outcome ? outcome.report.passed : outcome.trouble.summary;
          if (verdict !== subject.isFast) wrong.push(`${subject.name}, seed ${seed}: ${verdict}`);
        }
      };
      await Promise.all(Array.from({ length: sideBySide }, work));
      results.push({ language, wrong });
    }
    return results;
  } finally {
    busy.kill('SIGKILL');
  }
}
