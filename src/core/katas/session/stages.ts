import type { Attempt } from '../attempts/attempt.ts';
import { isPass } from '../attempts/attempt.ts';
import { requireStage, requireTrack } from '../content.ts';
import type { Kata, Language, Stage, StageKind } from '../kata.ts';

/** Stages whose whole check is their shipped tests: a later stage runs these tests again, and so proves them again. */
const provedByTests: ReadonlySet<StageKind> = new Set(['implement', 'extend']);

/** What a pass of `stage` proves: itself, and the earlier stages whose whole check ran with it. */
export function provedStages(kata: Kata, language: Language, stage: string): readonly string[] {
  const { stages } = kata.manifest;
  const asked = requireStage(kata, stage);
  const track = requireTrack(kata, language);
  const earlier = stages.slice(0, stages.indexOf(asked)).filter(({ id, kind }) => {
    return provedByTests.has(kind) && track.stages[id]?.tests && !asked.replaces?.includes(id);
  });
  return [...earlier.map(({ id }) => id), stage];
}

/** The stages of a kata that this folder's attempts have passed, at the kata's present version. */
export function passedStages(kata: Kata, attempts: readonly Attempt[]): ReadonlySet<string> {
  const passes = attempts.filter((attempt) => isPass(attempt) && attempt.version === kata.manifest.version);
  return new Set(passes.flatMap(({ language, stage }) => provedStages(kata, language, stage)));
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
