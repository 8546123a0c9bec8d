import { requireTrack, trackStage } from '../content.ts';
import type { GrowthBound, Kata, Language, Stage, StructureBound } from '../../model/kata.ts';

/** The name under which a growth check shows among the tests. */
export function growthName({ label }: GrowthBound): string {
  return `grows as ${label}`;
}

/** The name under which a structure check shows among the tests. */
export function structureName({ nesting, lines, branches }: StructureBound): string {
  return `every function is nested at most ${nesting} deep, with at most ${lines} lines and ${branches} branches`;
}

/** Everything a stage is known to report before it has run: its shipped tests, then its checks. */
export function expectedNames(kata: Kata, language: Language, stage: Stage): readonly string[] {
  const { tests } = trackStage(requireTrack(kata, language), stage);
  return [
    ...(tests?.expected ?? []),
    ...(stage.structure ? [structureName(stage.structure)] : []),
    ...(stage.growth ? [growthName(stage.growth)] : []),
  ];
}
