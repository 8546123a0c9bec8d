import type { Handlers } from './handler.ts';
import type { Ledger, Plan } from './ledger.ts';

type PlanEvents =
  | 'plan.started'
  | 'plan.stopped'
  | 'plan.ordered'
  | 'credential.issued'
  | 'revoke'
  | 'device.adopted'
  | 'device.released';

/** Judged before the ledger is built: by `liveEvents` and `splitByOwner`. */
const alreadyJudged = () => undefined;

export const planHandlers: Handlers<PlanEvents> = {
  'plan.started'(ledger, event) {
    planOf(ledger, event.path).starts = event.starts;
  },

  'plan.stopped'(ledger, event) {
    delete planOf(ledger, event.path).starts;
  },

  'plan.ordered'(ledger, event, names) {
    planOf(ledger, event.path).order = event.items.map((item) => names.item(item));
  },

  'credential.issued'(ledger, event) {
    const { path, credential, digest, at } = event;
    ledger.credentials.push({ path, credential, digest, at });
  },

  revoke: alreadyJudged,
  'device.adopted': alreadyJudged,
  'device.released': alreadyJudged,
};

function planOf({ plans }: Ledger, path: string): Plan {
  let plan = plans.get(path);
  if (!plan) plans.set(path, (plan = { path, order: [] }));
  return plan;
}
