import type { Clock } from './ports.ts';

/** How long one check may take; nothing that a person writes comes near. */
export interface Budget {
  readonly milliseconds: number;
  readonly now: Clock;
}

/** Thrown by `spendTime` when the time is up; whoever reports the work says so. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';

  constructor(readonly seconds: number) {
    super(`The work was given up after ${seconds} s.`);
  }
}

/** The work that is under way. It never waits, so there is one at most, and what it calls need not hand it on. */
let current: { readonly until: number; readonly budget: Budget } | undefined;

/** Does some work that has an end: `spendTime` within it throws when the time is up. A budget around it counts on. */
export function within<T>(budget: Budget, work: () => T): T {
  if (current) return work();
  current = { until: budget.now() + budget.milliseconds, budget };
  try {
    return work();
  } finally {
    current = undefined;
  }
}

/** Asked between the steps of what may take long; without a budget it costs nothing. */
export function spendTime(): void {
  if (current && current.budget.now() > current.until) throw new TimeIsUp(current.budget.milliseconds / 1000);
}

/** What an editor gives a check: it stands still meanwhile. */
export const EDITOR_BUDGET: Budget = { milliseconds: 2000, now: Date.now };

/** What the command line gives the check of one file. */
export const COMMAND_BUDGET: Budget = { milliseconds: 20_000, now: Date.now };
