import type { LearningPath } from '../model/path.ts';
import type { PathProgress, ProgressState } from '../progress/state.ts';

/** The key of the item to do now. */
export function findUpNext(path: LearningPath, progress: PathProgress, state: ProgressState): string | undefined {
  let first: Ranked | undefined;
  for (const place of rankWaiting(path, progress, state)) {
    if (!first || compareRanks(place, first) < 0) first = place;
  }
  return first?.key;
}

/**
 * The keys of everything that could be done now, in the order to do it: the learner's own order before the path's,
 * what is begun before what is not, and required steps before electives. Nothing in a locked step is proposed; that a
 * learner starts it anyway is fine. A practice is never next: it falls due by the calendar.
 */
export function orderWaiting(path: LearningPath, progress: PathProgress, state: ProgressState): readonly string[] {
  return rankWaiting(path, progress, state)
    .sort(compareRanks)
    .map(({ key }) => key);
}

interface Ranked {
  readonly key: string;
  /** Its place in the learner's own order, or none. */
  readonly own: number;
  readonly isBegun: boolean;
  readonly isRequired: boolean;
}

function rankWaiting(path: LearningPath, progress: PathProgress, state: ProgressState): Ranked[] {
  const order = new Map(state.plans.get(path.id)?.order.map((item, index) => [item, index]));
  const waiting: Ranked[] = [];
  path.steps.forEach((step, index) => {
    if (progress.steps[index]!.state !== 'open') return;
    for (const { id, kind } of step.items) {
      const { state: word } = state.items.get(id)!;
      if (kind === 'practice' || (word !== 'not-started' && word !== 'in-progress')) continue;
      const own = order.get(id) ?? Infinity;
      const isBegun = word === 'in-progress';
      waiting.push({ key: `${path.id}/${step.id}/${id}`, own, isBegun, isRequired: step.required });
    }
  });
  return waiting;
}

function compareRanks(a: Ranked, b: Ranked): number {
  if (a.own !== b.own) return a.own - b.own;
  if (a.isBegun !== b.isBegun) return a.isBegun ? -1 : 1;
  return Number(b.isRequired) - Number(a.isRequired);
}
