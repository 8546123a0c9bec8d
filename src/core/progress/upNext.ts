import type { Item, LearningPath, Step } from '../catalog/path.ts';
import type { PathProgress, ProgressState, StepState } from './state.ts';

interface Place {
  readonly key: string;
  readonly item: Item;
  readonly step: Step;
  readonly stepState: StepState;
}

/** The key of the item to do now. */
export function findUpNext(path: LearningPath, progress: PathProgress, state: ProgressState): string | undefined {
  return orderWaiting(path, progress, state)[0];
}

/**
 * The keys of everything that could be done now, in the order to do it: the learner's own order before the path's,
 * what is begun before what is not, and required steps before electives. Nothing in a locked step is proposed; that a
 * learner starts it anyway is fine.
 */
export function orderWaiting(path: LearningPath, progress: PathProgress, state: ProgressState): readonly string[] {
  const order = new Map(state.plans.get(path.id)?.order.map((item, index) => [item, index]));
  const places = path.steps.flatMap((step, index): Place[] =>
    step.items.map((item) => ({
      key: `${path.id}/${step.id}/${item.id}`,
      item,
      step,
      stepState: progress.steps[index]!.state,
    })),
  );
  const rank = ({ item, step }: Place) => [
    order.get(item.id) ?? Infinity,
    state.items.get(item.id)!.state === 'in-progress' ? 0 : 1,
    step.required ? 0 : 1,
  ];
  return places
    .filter((place) => place.stepState === 'open' && isWaiting(place.item, state))
    .map((place) => ({ key: place.key, rank: rank(place) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ key }) => key);
}

function isWaiting(item: Item, state: ProgressState): boolean {
  const itemState = state.items.get(item.id)!.state;
  return itemState === 'not-started' || itemState === 'in-progress';
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index < 0 ? 0 : a[index]! < b[index]! ? -1 : 1;
}
