import type { Verdict } from '../../model/verdict.ts';

/**
 * Baby steps: green within the interval or back to the last green. At the bell the caller does what `effect` says; it
 * keeps a snapshot before restoring, so that the bell can be undone too.
 */
export interface BabySteps {
  readonly intervalMs: number;
  /** When the present step began. */
  readonly since: number;
  /** The attempt whose files a red bell brings back. */
  readonly lastGreen: string;
  readonly steps: number;
  readonly reverts: number;
}

export type BabyStepsEvent =
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly attempt: string; readonly now: number }
  | { readonly kind: 'bell'; readonly now: number };

export type BabyStepsEffect = { readonly kind: 'none' } | { readonly kind: 'restore'; readonly attempt: string };

export function startBabySteps(lastGreen: string, { intervalMs, now }: { intervalMs: number; now: number }): BabySteps {
  return { intervalMs, since: now, lastGreen, steps: 0, reverts: 0 };
}

/**
 * A pass becomes the new last green and starts the next step. A bell before the interval is over does nothing: timers
 * of a sleeping laptop fire in any order.
 */
export function advanceBabySteps(
  state: BabySteps,
  event: BabyStepsEvent,
): { readonly state: BabySteps; readonly effect: BabyStepsEffect } {
  switch (event.kind) {
    case 'verdict':
      return event.verdict === 'passed'
        ? {
            state: { ...state, since: event.now, lastGreen: event.attempt, steps: state.steps + 1 },
            effect: { kind: 'none' },
          }
        : { state, effect: { kind: 'none' } };
    case 'bell':
      if (event.now - state.since < state.intervalMs) return { state, effect: { kind: 'none' } };
      return {
        state: { ...state, since: event.now, reverts: state.reverts + 1 },
        effect: { kind: 'restore', attempt: state.lastGreen },
      };
  }
}
