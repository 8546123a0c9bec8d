import { letLoose } from '../../support/runaways/letLoose.ts';
import { runaways } from '../../support/runaways/runaways.ts';
import { type Goal, median, requireBundles } from './measure.ts';

/**
 * `npm run bench -- katas runaways 200`: that many times `kata test` on code that lets a process loose, in turn of every
 * kind, half of it with a pass. How long the command stays after its verdict, and what is left when it has ended.
 */
export async function benchRunaways(rounds: number): Promise<Goal[]> {
  const after: number[] = [];
  let started = 0;
  let left = 0;
  let folders = 0;
  for (let round = 0; round < rounds; round += 1) {
    const runaway = runaways[round % runaways.length]!;
    const outcome = await letLoose(runaway, round % 2 === Math.floor(round / runaways.length) % 2, requireBundles());
    after.push(outcome.msAfterVerdict);
    started += outcome.started;
    left += outcome.processesLeft.length;
    folders += outcome.foldersLeft.length;
    const isFine = outcome.msAfterVerdict <= 1000 && !outcome.processesLeft.length && !outcome.foldersLeft.length;
    if (!isFine || outcome.code === null)
      console.log(`  ${runaway.language}, a child that ${runaway.what}: ${JSON.stringify(outcome)}`);
  }
  const fast = after.filter((ms) => ms <= 1000).length;
  console.log(
    `From the verdict to the end of kata test: median ${median(after).toFixed(0)} ms, at most ${Math.max(...after).toFixed(0)} ms; ${started} processes were let loose`,
  );
  return [
    { sentence: `${fast} of ${rounds} ended within a second of their verdict`, isReached: fast === rounds },
    { sentence: `${left} processes left (goal: 0)`, isReached: left === 0 },
    { sentence: `${folders} folders left (goal: 0)`, isReached: folders === 0 },
  ];
}
