import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HumanError } from '../../../src/core/errors.ts';

/** What a measurement had to reach, in words, and whether it did. */
export interface Goal {
  readonly sentence: string;
  readonly isReached: boolean;
}

/** Tells how each goal went; the answer is the exit code. */
export function settle(goals: readonly Goal[]): number {
  for (const { sentence, isReached } of goals) console.log(`  ${isReached ? '✔' : '✘'} ${sentence}`);
  return goals.every(({ isReached }) => isReached) ? 0 : 1;
}

/**
 * The folder with this build's bundles, which is what is measured.
 *
 * @throws HumanError when nothing has been built.
 */
export function requireBundles(): string {
  const dist = resolve(process.env.KATAPATH_OUT ?? '.', 'dist');
  if (existsSync(join(dist, 'script.child.js'))) return dist;
  throw new HumanError('There are no bundles to measure.', { next: 'Run “npm run build” first.' });
}

/** One way to do the same thing; it answers the milliseconds it took. */
export type Contender = () => Promise<number>;

/**
 * Rounds of every contender in turn, so that a busy machine weighs on all of them, after one round to warm up. Answers
 * the times by name.
 */
export async function takeTurns(
  contenders: Readonly<Record<string, Contender>>,
  rounds: number,
): Promise<Record<string, number[]>> {
  const names = Object.keys(contenders);
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1)
    for (const name of names) {
      const time = await contenders[name]!();
      if (round >= 0) times[name]!.push(time);
    }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
