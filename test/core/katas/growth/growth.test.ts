import assert from 'node:assert/strict';
import { join } from 'node:path';
import { checkGrowth } from '../../../../src/core/katas/growth/checkGrowth.ts';
import { createTestRunner } from '../../../../src/node/testRunner.ts';
import { growthSuites } from './suites.ts';

describe('growth, counted in the real runner', () => {
  const runner = createTestRunner({ dist: join(process.cwd(), 'dist') });
  after(() => runner.dispose());

  for (const { title, language, subjects, file, driver, driverFile } of growthSuites)
    describe(title, () => {
      for (const { name, isFast, source } of subjects)
        it(`${isFast ? 'accepts' : 'rejects'} ${name}`, async () => {
          const files = { [file]: source, [driverFile]: driver };
          const bound = { label: 'O(n log n)', slope: 1.5 };
          const outcome = await checkGrowth({ language, files, counted: [file], driver: driverFile, bound }, runner);
          assert.ok('report' in outcome, JSON.stringify(outcome));
          const { slope, fits, passed } = outcome.report;
          const text = `slope ${slope.toFixed(2)}, fits ${fits}`;
          assert.equal(passed, isFast, text);
          // The threshold is 1.5; a wide margin on both sides is what makes it believable.
          assert.ok(isFast ? slope < 1.35 : slope > 1.65, text);
        });
    });
});
