import type { Handlers } from './handlers.ts';
import type { Ledger, Mark, OutcomeProgress } from './ledger.ts';

type ItemEvents =
  | 'item.started'
  | 'item.completed'
  | 'item.reopened'
  | 'item.skipped'
  | 'proof.added'
  | 'outcome.closed'
  | 'review.requested'
  | 'review.recorded'
  | 'practice.done';

export const itemHandlers: Handlers<ItemEvents> = {
  'item.started'(ledger, event, names) {
    markOf(ledger, names.item(event.item)).startedAt ??= event.at;
  },

  'item.completed'(ledger, event, names) {
    const mark = markOf(ledger, names.item(event.item));
    Object.assign(mark, { word: 'completed', at: event.at, text: event.note } satisfies Mark);
  },

  'item.skipped'(ledger, event, names) {
    const mark = markOf(ledger, names.item(event.item));
    Object.assign(mark, { word: 'skipped', at: event.at, text: event.reason } satisfies Mark);
  },

  'item.reopened'(ledger, event, names) {
    const mark = markOf(ledger, names.item(event.item));
    Object.assign(mark, { word: undefined, at: event.at, text: undefined } satisfies Mark);
  },

  'proof.added'(ledger, event, names) {
    const { h: hash, at, evidence, note } = event;
    outcomeOf(ledger, names.item(event.outcome)).proofs.push({ hash, at, evidence, ...(note && { note }) });
  },

  'outcome.closed'(ledger, event, names) {
    outcomeOf(ledger, names.item(event.outcome)).closes.push({ at: event.at, proof: event.proof });
  },

  'review.requested'(ledger, event, names) {
    outcomeOf(ledger, names.item(event.outcome)).requestedAt = event.at;
  },

  'review.recorded'(ledger, event, names) {
    outcomeOf(ledger, names.item(event.outcome)).reviews.push(event);
  },

  'practice.done'(ledger, event, names) {
    const item = names.item(event.item);
    const periods = ledger.practice.get(item) ?? new Map<string, string>();
    ledger.practice.set(item, periods);
    if (!periods.has(event.period)) periods.set(event.period, event.at);
  },
};

function markOf({ marks }: Ledger, item: string): Mark {
  let mark = marks.get(item);
  if (!mark) marks.set(item, (mark = {}));
  return mark;
}

function outcomeOf({ outcomes }: Ledger, id: string): OutcomeProgress {
  let outcome = outcomes.get(id);
  if (!outcome) outcomes.set(id, (outcome = { proofs: [], reviews: [], closes: [] }));
  return outcome;
}
