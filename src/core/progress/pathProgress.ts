import type { LearningPath, Step } from '../model/path.ts';
import { closingProof } from './itemProgress.ts';
import type { Ledger } from './ledger.ts';
import { reviewState } from './reviewState.ts';
import type { Count, ItemProgress, PathProgress, StepProgress, StepState } from './state.ts';

type Items = ReadonlyMap<string, ItemProgress>;

/** Folds items into steps and steps into the path; the catalog's order and gates are applied here. */
export function pathProgress(path: LearningPath, items: Items, ledger: Ledger): PathProgress {
  const closed = new Map(path.steps.map((step) => [step.id, isClosed(step, items, ledger)]));
  const steps = path.steps.map((step): StepProgress => {
    const proof = closingProof(ledger.outcomes.get(step.id))?.proof;
    const waitsFor = (step.after ?? []).filter((id) => closed.get(id) === false);
    const state = stepState(closed.get(step.id), waitsFor);
    const review = step.review && reviewState(step.review, ledger.outcomes.get(step.id));
    return {
      step: step.id,
      state,
      waitsFor,
      ...countItems(step, items),
      ...(proof && { closedBy: proof }),
      ...(review && { review }),
    };
  });
  const required = path.steps.filter((step) => step.required);
  const plan = ledger.plans.get(path.id);
  const touched = path.steps.some((step) => step.items.some(({ id }) => hasBegun(items.get(id)!)));
  return {
    path: path.id,
    ...(plan && { plan }),
    started: plan?.starts !== undefined || touched,
    complete: required.some((step) => closed.get(step.id)) && required.every((step) => closed.get(step.id) !== false),
    steps,
    ...sumCounts(required.map((step) => countItems(step, items))),
  };
}

/** Undefined when there is nothing to do in it: such a step holds nobody back, and closes nothing. */
function isClosed(step: Step, items: Items, ledger: Ledger): boolean | undefined {
  const outcome = ledger.outcomes.get(step.id);
  const isReviewed = !step.review || reviewState(step.review, outcome).state === 'approved';
  if (closingProof(outcome)) return isReviewed;
  const { done, total } = countItems(step, items);
  if (total > 0) return done === total && isReviewed;
  return step.items.every(({ id }) => items.get(id)!.state === 'planned') ? undefined : false;
}

function stepState(closed: boolean | undefined, waitsFor: readonly string[]): StepState {
  if (closed === undefined) return 'planned';
  if (closed) return waitsFor.length > 0 ? 'closed-early' : 'closed';
  return waitsFor.length > 0 ? 'locked' : 'open';
}

function countItems(step: Step, items: Items): Count {
  const states = step.items.map(({ id }) => items.get(id)!.state);
  const { choose = Infinity } = step;
  return {
    done: Math.min(choose, states.filter((state) => state === 'done').length),
    total: Math.min(choose, states.filter((state) => state !== 'planned' && state !== 'skipped').length),
  };
}

function sumCounts(counts: readonly Count[]): Count {
  return counts.reduce((a, b) => ({ done: a.done + b.done, total: a.total + b.total }), { done: 0, total: 0 });
}

export function hasBegun({ state }: ItemProgress): boolean {
  return state !== 'not-started' && state !== 'planned';
}
