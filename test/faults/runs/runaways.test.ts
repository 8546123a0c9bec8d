import assert from 'node:assert/strict';
import { letLoose } from '../../support/runaways/letLoose.ts';
import { runaways } from '../../support/runaways/runaways.ts';
import { dist } from '../../support/runs.ts';

/** Far from the second that is measured by `npm run bench -- katas runaways`: here the machine may be busy. */
const generousMs = 20_000;

describe('kata test on code that lets a process loose', function () {
  this.timeout(120_000);
  before(function () {
    // Only there can what left its group be found.
    if (process.platform !== 'linux') this.skip();
  });

  for (const [index, runaway] of runaways.entries())
    it(`ends with its verdict and leaves nothing: ${runaway.language}, a child that ${runaway.what}`, async () => {
      const isRight = index % 2 === 0;
      const outcome = await letLoose(runaway, isRight, dist);
      assert.equal(outcome.code, isRight ? 0 : 1, outcome.printed);
      assert.match(outcome.printed, isRight ? /^passed/m : /^failed/m);
      assert.deepEqual([outcome.processesLeft, outcome.foldersLeft], [[], []]);
      assert.ok(outcome.msAfterVerdict < generousMs, `${outcome.msAfterVerdict} ms`);
    });
});
