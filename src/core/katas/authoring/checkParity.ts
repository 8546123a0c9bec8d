import type { Files } from '../../runs/runner.ts';
import type { KataManifest, Mutant } from '../../model/kata.ts';
import { atFile } from './atFile.ts';
import type { ContentProblem } from './contentProblem.ts';
import { parseJsonText } from '../../text/json.ts';

/**
 * Wrong versions that one language has and another lacks: there a learner gets away with the mistake. One that makes no
 * sense elsewhere says why in `onlyHere`.
 */
export function* findUnequalMutants(manifest: KataManifest, files: Files): Generator<ContentProblem> {
  const tracks = Object.keys(manifest.tracks).flatMap((language) => {
    const name = `${language}/mutants.json`;
    const json = files[name] === undefined ? undefined : parseJsonText(files[name]);
    if (!json || !Array.isArray(json.data)) return [];
    return [{ language, name, json, mutants: json.data as readonly Mutant[] }];
  });
  for (const { language, name, json, mutants } of tracks)
    for (const [index, mutant] of mutants.entries()) {
      if (mutant?.correct || mutant?.onlyHere !== undefined) continue;
      const lacking = tracks.filter((other) => other.language !== language && !other.mutants.some(isLike(mutant)));
      if (lacking.length > 0)
        yield atFile(
          name,
          'KC128',
          `“${mutant.id}” is no mutant in ${lacking.map((other) => other.language).join(' and ')}: make it there too, or say why not in “onlyHere”.`,
          json.rangeAt(`/${index}/id`),
        );
    }
}

const isLike = (mutant: Mutant) => (other: Mutant) => other?.id === mutant?.id && other?.stage === mutant?.stage;
