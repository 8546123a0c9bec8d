import type { Catalog } from '../model/catalog.ts';
import { learningTree, type ItemNode } from '../agenda/learningTree.ts';
import type { ProgressState } from '../progress/state.ts';
import type { Language, ListedKata, StageOutline } from '../model/kata.ts';

/** What comes after a verdict: the stage the learner is at, or once the kata is done, the path's next item. */
export type NextStep =
  | { readonly kind: 'stage'; readonly stage: StageOutline }
  | { readonly kind: 'item'; readonly node: ItemNode }
  | { readonly kind: 'nothing' };

/** The stages of a kata that the log holds a pass of, in one language. */
export function provenStages(kata: ListedKata, language: Language, state: ProgressState): readonly StageOutline[] {
  const stages = state.katas.get(kata.manifest.id)?.tracks.get(language);
  return kata.manifest.stages.filter(({ id }) => stages?.get(id)?.passed);
}

export function isKataDone(kata: ListedKata, language: Language, state: ProgressState): boolean {
  return provenStages(kata, language, state).length === kata.manifest.stages.length;
}

export function nextStep(
  kata: ListedKata,
  language: Language,
  { catalog, state }: { catalog: Catalog; state: ProgressState },
): NextStep {
  const proven = new Set(provenStages(kata, language, state));
  const stage = kata.manifest.stages.find((each) => !proven.has(each));
  if (stage) return { kind: 'stage', stage };
  const { paths, upNext } = learningTree(catalog, state);
  const own = paths.find(({ steps }) =>
    steps.some(({ items }) => items.some(({ item }) => item.kata === kata.manifest.id)),
  );
  const node = upNext.find(({ key }) => own && key.startsWith(`${own.key}/`)) ?? upNext[0];
  return node ? { kind: 'item', node } : { kind: 'nothing' };
}
