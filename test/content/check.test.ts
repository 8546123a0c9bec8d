import assert from 'node:assert/strict';
import { join } from 'node:path';
import { makeJavaScript } from '../../src/cli/content/derived.ts';
import { readKatas, type KataSource } from '../../src/cli/content/readKatas.ts';
import { checkKata } from '../../src/core/katas/authoring/checkKata.ts';
import type { ContentProblem } from '../../src/core/katas/authoring/contentProblem.ts';
import { createTestRunner } from '../../src/node/testRunner.ts';

describe('every kata', function () {
  this.timeout(600_000);
  const { katas, siblings } = readKatas(join(process.cwd(), 'katas', 'exercises'), undefined);
  const runner = createTestRunner({ dist: join(process.cwd(), 'dist') });
  after(() => runner.dispose());

  async function check({ folderName, files }: KataSource): Promise<readonly string[]> {
    const told: string[] = [];
    const { derived, problems } = await makeJavaScript(files, process.cwd());
    const tell = ({ code, file, message }: ContentProblem) => void told.push(`${code} ${file}: ${message}`);
    const wanted = { files, derived, folderName, katas: siblings, runner, shuffles: 2 };
    for await (const problem of checkKata(wanted)) tell(problem);
    problems.forEach(tell);
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
