import type { Files } from '../../runs/runner.ts';
import type { KataManifest } from '../../model/kata.ts';

/** One file of a stage's solution, found as `readSolution` lays them: latest stage first, then flat, then the starter. */
export function solutionTextOf(
  manifest: KataManifest,
  language: string,
  files: Files,
  { stage, file }: { stage: string; file: string },
): string | undefined {
  const ids = manifest.stages.map(({ id }) => id);
  const staged = ids.slice(0, ids.indexOf(stage) + 1).reverse();
  return [...staged.map((id) => `solution/${id}/${file}`), `solution/${file}`, `start/${file}`]
    .map((place) => files[`${language}/${place}`])
    .find((text) => text !== undefined);
}
