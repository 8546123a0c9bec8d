import type { Attempt } from '../attempts/attempt.ts';
import { isPass } from '../attempts/attempt.ts';
import { requireStage } from '../content.ts';
import type { Kata, Stage, StageKind } from '../../model/kata.ts';

/** Kinds in which the learner's tests are graded: a later stage does not grade them again. */
const ownTests: ReadonlySet<StageKind> = new Set(['characterize', 'write-tests']);

/** What a pass of `stage` proves: itself, and the earlier stages whose whole check was made again with it. */
export function provedStages(kata: Kata, stage: string): readonly string[] {
  const { stages } = kata.manifest;
  const asked = requireStage(kata, stage);
  if (ownTests.has(asked.kind)) return [stage];
  const upToHere = stages.slice(0, stages.indexOf(asked) + 1);
  const replaced = new Set(upToHere.flatMap(({ replaces }) => replaces ?? []));
  return upToHere
    .filter(({ id, kind }) => id === stage || (!ownTests.has(kind) && !replaced.has(id)))
    .map(({ id }) => id);
}

/** The stages of a kata that this folder's attempts have passed, at the kata's present version. */
export function passedStages(kata: Kata, attempts: readonly Attempt[]): ReadonlySet<string> {
  const passes = attempts.filter((attempt) => isPass(attempt) && attempt.version === kata.manifest.version);
  return new Set(passes.flatMap(({ stage }) => provedStages(kata, stage)));
}

/**
 * What "run this kata" means: from the first stage that is not passed yet, on as long as stages pass. Once all are
 * passed it means every stage, so that a kata that was finished can be checked again as a whole.
 */
export function stagesToRun(kata: Kata, passed: ReadonlySet<string>): readonly Stage[] {
  const { stages } = kata.manifest;
  const next = stages.findIndex(({ id }) => !passed.has(id));
  return stages.slice(Math.max(0, next));
}

/** The stage a learner is at: the first not passed, else the last. */
export function currentStage(kata: Kata, passed: ReadonlySet<string>): Stage {
  const { stages } = kata.manifest;
  return stages.find(({ id }) => !passed.has(id)) ?? stages.at(-1)!;
}
