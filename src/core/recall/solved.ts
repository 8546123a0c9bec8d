import type { KataOutline } from '../model/kata.ts';
import type { KataProgress, StageProgress } from '../progress/ledger.ts';

/** A kata all of whose stages passed in one language. */
export interface SolvedKata {
  readonly language: string;
  /** When the last of them first passed; ISO 8601. */
  readonly at: string;
  readonly stages: readonly StageProgress[];
}

/** The language in which the kata was solved first; undefined while it is not solved in any. */
export function solvedIn(manifest: KataOutline, kata: KataProgress): SolvedKata | undefined {
  let first: SolvedKata | undefined;
  for (const [language, tracks] of kata.tracks) {
    const stages = manifest.stages.flatMap(({ id }) => tracks.get(id) ?? []);
    if (stages.length < manifest.stages.length || stages.some(({ firstPassedAt }) => !firstPassedAt)) continue;
    const at = stages.map(({ firstPassedAt }) => firstPassedAt!).reduce((a, b) => (a > b ? a : b));
    if (!first || at < first.at) first = { language, at, stages };
  }
  return first;
}
