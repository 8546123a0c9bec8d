import { HumanError } from '../../core/errors.ts';
import { requireOutcome } from '../../core/proof/addProof.ts';
import type { ReviewState } from '../../core/progress/reviewState.ts';
import type { ItemState, StepState } from '../../core/progress/state.ts';
import type { ProgressStore } from '../../core/progress/store.ts';
import { itemWords, stepWords } from '../../core/agenda/words.ts';
import type { Arguments } from '../command.ts';

export function requireId(args: Arguments): string {
  const [id] = args.positionals;
  if (id !== undefined) return id;
  throw new HumanError('Say which outcome.', {
    next: 'Name the id of a step or an item: "katapath status --format json".',
  });
}

/** What the fold says of an outcome now. */
export function describeOutcome(
  id: string,
  { catalog, state: progress }: Pick<ProgressStore, 'catalog' | 'state'>,
): { readonly state: ItemState | StepState; readonly words: string; readonly review: ReviewState | undefined } {
  const outcome = requireOutcome(catalog, id);
  if (outcome.kind === 'item') {
    const item = progress.items.get(id)!;
    return { state: item.state, words: itemWords(item), review: item.review };
  }
  const step = [...progress.paths.values()].flatMap(({ steps }) => steps).find((each) => each.step === id)!;
  return { state: step.state, words: stepWords(step, outcome.step.required), review: step.review };
}
