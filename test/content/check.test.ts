import assert from 'node:assert/strict';
import { join } from 'node:path';
import { findStaleJavaScript } from '../../src/cli/content/derived.ts';
import { readKatas, type KataSource } from '../../src/cli/content/readKatas.ts';
import { checkKata } from '../../src/core/katas/authoring/checkKata.ts';
import { createTestRunner } from '../../src/node/testRunner.ts';

describe('every kata', function () {
  this.timeout(600_000);
  const { katas, siblings } = readKatas(join(process.cwd(), 'katas', 'exercises'), undefined);
  const runner = createTestRunner({ dist: join(process.cwd(), 'dist') });
  after(() => runner.dispose());

  async function check({ folderName, files }: KataSource): Promise<readonly string[]> {
    const told: string[] = [];
    // That JavaScript is what TypeScript gives is checked below: what its mutants showed there, they show here.
    const wanted = { files, folderName, katas: siblings, runner, shuffles: 2, derived: ['javascript'] };
    for await (const problem of checkKata(wanted)) told.push(`${problem.code} ${problem.file}: ${problem.message}`);
    for (const problem of await findStaleJavaScript(files, process.cwd()))
      told.push(`${problem.code} ${problem.file}: ${problem.message}`);
    return told;
  }

  const checks = new Map<number, Promise<readonly string[]>>();
  function checkOnce(place: number): Promise<readonly string[]> {
    const known = checks.get(place);
    if (known) return known;
    const begun = check(katas[place]!);
    // Its own test tells of it.
    begun.catch(() => undefined);
    checks.set(place, begun);
    return begun;
  }

  // A check leaves one core idle: the next one goes on beside it.
  for (const [place, { folderName }] of katas.entries())
    it(`${folderName} is without a fault`, async () => {
      const own = checkOnce(place);
      if (place + 1 < katas.length) void checkOnce(place + 1);
      assert.deepEqual(await own, []);
    });
});
