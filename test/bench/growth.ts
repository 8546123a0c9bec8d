import { createTestRunner } from '../../src/node/testRunner.ts';
import { benchGrowth } from './katas/growth.ts';
import { requireBundles, settle } from './katas/measure.ts';

/**
 * `npm run bench -- growth`: a thousand right and a thousand slow answers judged in each language, as at the end of
 * `npm run bench -- katas`; `npm run bench -- growth 100 python`: a hundred of each in one language.
 */
export async function run([trials = '1000', only]: readonly string[] = []): Promise<number> {
  const runner = createTestRunner({ dist: requireBundles() });
  try {
    return settle(await benchGrowth(runner, Number(trials), only));
  } finally {
    runner.dispose();
  }
}
