import type { GradedRun } from '../../core/katas/attempts/attempt.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import type { NextStep } from '../../core/session/nextStep.ts';

/** A verdict in a few words, for a place where a sentence does not fit. */
const verdictWords: Readonly<Record<Exclude<Verdict, 'passed' | 'failed'>, string>> = {
  'compile-error': 'does not load',
  timeout: 'took too long',
  'out-of-memory': 'ran out of memory',
  'output-limit': 'printed too much',
  crashed: 'ended early',
  'no-tests': 'no test ran',
  environment: 'could not run',
  cancelled: 'cancelled',
};

export function verdictIcon(verdict: Verdict): string {
  if (verdict === 'passed') return '$(pass)';
  return verdict === 'cancelled' || verdict === 'environment' ? '$(warning)' : '$(error)';
}

export function describeVerdict({ verdict, tests }: Pick<GradedRun, 'verdict' | 'tests'>): string {
  switch (verdict) {
    case 'passed':
      return 'passed';
    case 'failed': {
      const failed = tests.total - tests.passed;
      return failed > 0 ? `${failed} of ${tests.total} failed` : 'not passed';
    }
    default:
      return verdictWords[verdict];
  }
}

export function describeNext(next: NextStep): string | undefined {
  switch (next.kind) {
    case 'stage':
      return next.stage.title;
    case 'item':
      return next.node.title;
    case 'nothing':
      return undefined;
  }
}
