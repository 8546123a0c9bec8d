import type { Handlers } from './handler.ts';
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
    const item = names.item(event.item);
    ledger.marks.set(item, { startedAt: event.at, ...ledger.marks.get(item) });
  },

  'item.completed'(ledger, { item, at, note }, names) {
    mark(ledger, names.item(item), { word: 'completed', at, ...(note && { text: note }) });
  },

  'item.skipped'(ledger, { item, at, reason }, names) {
    mark(ledger, names.item(item), { word: 'skipped', at, text: reason });
  },

  'item.reopened'(ledger, { item, at }, names) {
    mark(ledger, names.item(item), { at });
  },

  'proof.added'(ledger, event, names) {
    const { h: hash, at, evidence, note } = event;
    const outcome = outcomeOf(ledger, names.item(event.outcome));
    outcome.proofs.push({ hash, at, evidence, ...(note && { note }) });
    if (outcome.request) outcome.changedSince = true;
  },

  'outcome.closed'(ledger, event, names) {
    outcomeOf(ledger, names.item(event.outcome)).closes.push({ at: event.at, proof: event.proof });
  },

  'review.requested'(ledger, event, names) {
    const outcome = outcomeOf(ledger, names.item(event.outcome));
    const { at, request, commit, tree } = event;
    outcome.request = { at, request, commit, tree };
    delete outcome.changedSince;
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

/** The last word replaces the one before; that work began stays. */
function mark({ marks }: Ledger, item: string, said: Mark): void {
  const startedAt = marks.get(item)?.startedAt;
  marks.set(item, { ...(startedAt && { startedAt }), ...said });
}

function outcomeOf({ outcomes }: Ledger, id: string): OutcomeProgress {
  let outcome = outcomes.get(id);
  if (!outcome) outcomes.set(id, (outcome = { proofs: [], reviews: [], closes: [] }));
  return outcome;
}
