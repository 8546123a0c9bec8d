import assert from 'node:assert/strict';
import { join } from 'node:path';
import { findStaleJavaScript } from '../../src/cli/content/derived.ts';
import { readKatas } from '../../src/cli/content/readKatas.ts';
import { checkKata } from '../../src/core/katas/authoring/checkKata.ts';
import { createTestRunner } from '../../src/node/testRunner.ts';

describe('every kata', function () {
  this.timeout(600_000);
  const { katas, siblings } = readKatas(join(process.cwd(), 'katas', 'exercises'), undefined);
  const runner = createTestRunner({ dist: join(process.cwd(), 'dist') });
  after(() => runner.dispose());

  for (const { folderName, files } of katas)
    it(`${folderName} is without a fault`, async () => {
      const told: string[] = [];
      // That JavaScript is what TypeScript gives is checked below: what its mutants showed there, they show here.
      const check = { files, folderName, katas: siblings, runner, shuffles: 2, derived: ['javascript'] };
      for await (const problem of checkKata(check)) told.push(`${problem.code} ${problem.file}: ${problem.message}`);
      for (const problem of await findStaleJavaScript(files, process.cwd()))
        told.push(`${problem.code} ${problem.file}: ${problem.message}`);
      assert.deepEqual(told, []);
    });
});
