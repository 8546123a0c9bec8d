import type { Item, LearningPath, Step } from '../catalog/path.ts';
import type { PathProgress, ProgressState, StepState } from './state.ts';

interface Place {
  readonly key: string;
  readonly item: Item;
  readonly step: Step;
  readonly stepState: StepState;
}

/**
 * The key of the item to do now: what is begun before what is not, the learner's own order before the path's, and
 * required steps before electives. Nothing in a locked step is proposed; that a learner starts it anyway is fine.
 */
export function findUpNext(path: LearningPath, progress: PathProgress, state: ProgressState): string | undefined {
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
    state.items.get(item.id)!.state === 'in-progress' ? 0 : 1,
    order.get(item.id) ?? Infinity,
    step.required ? 0 : 1,
  ];
  const waiting = places.filter((place) => place.stepState === 'open' && isWaiting(place.item, state));
  return waiting.sort((a, b) => compareRanks(rank(a), rank(b)))[0]?.key;
}

function isWaiting(item: Item, state: ProgressState): boolean {
  const itemState = state.items.get(item.id)!.state;
  return itemState === 'not-started' || itemState === 'in-progress';
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index < 0 ? 0 : a[index]! < b[index]! ? -1 : 1;
}
