import type { Mutant } from '../../model/kata.ts';
import type { RunResult, TestResult } from '../../runs/event.ts';
import type { VariantResult } from '../../runs/runner.ts';

type Sentences = Pick<RunResult, 'summary' | 'next'>;

/** Whether the learner's tests noticed a version, in whatever way. */
export const isRejected = (result: VariantResult | undefined) => result !== undefined && result.verdict !== 'passed';

/** How the learner's tests did on one other version, as a test of its own. */
export function toMutantTest(mutant: Mutant, result: VariantResult, stage: string): TestResult {
  const { why, correct = false } = mutant;
  const name = correct ? `accepts: ${why}` : `rejects: ${why}`;
  if (isRejected(result) !== correct) return { name, stage, outcome: 'passed' };
  const message = correct ? `Your tests reject a correct version: ${why}` : `Your tests accept a wrong version: ${why}`;
  return { name, stage, outcome: 'failed', failure: { message, stack: [] } };
}

/** A run on the reference that is not green says that the tests are wrong, not the code. */
export function onReference(result: RunResult): RunResult {
  if (result.verdict !== 'failed') return result;
  return {
    ...result,
    summary: `Your tests fail on code that is right. ${result.summary}`,
    next: 'Look at what the code really does in that case, and assert that.',
  };
}

export function countProblem(
  tests: readonly TestResult[],
  own: { readonly atLeast?: number; readonly atMost?: number } | undefined,
): Sentences | undefined {
  const count = tests.filter(({ outcome }) => outcome === 'passed').length;
  const { atLeast = 0, atMost = Infinity } = own ?? {};
  if (count < atLeast)
    return {
      summary: `You have ${count === 1 ? '1 test' : `${count} tests`}; this stage asks for at least ${atLeast}.`,
      next: 'Add a test for a case that none covers yet.',
    };
  if (count > atMost)
    return {
      summary: `You have ${count} tests; this stage allows ${atMost}.`,
      next: 'Merge or remove tests that show the same thing.',
    };
  return undefined;
}

interface Findings {
  /** The run on the reference, which passed. */
  readonly first: RunResult;
  readonly mutants: readonly Mutant[];
  readonly results: ReadonlyMap<string, VariantResult>;
  /** The second run on the reference. */
  readonly again: VariantResult | undefined;
}

export function concludeLearnerTests({ first, mutants, results, again }: Findings): RunResult {
  const answered = mutants.flatMap((mutant) => {
    const result = results.get(mutant.id);
    return result ? [toMutantTest(mutant, result, first.stage)] : [];
  });
  const all = [...results.values()];
  const durationMs = all.reduce((sum, result) => sum + result.durationMs, first.durationMs);
  const result = { ...first, tests: [...first.tests, ...answered], durationMs };
  const failed = (sentences: Sentences): RunResult => ({ ...result, verdict: 'failed', ...sentences });

  const unusable = all.find(({ verdict }) => verdict === 'environment' || verdict === 'cancelled');
  if (unusable) {
    const { verdict, summary } = unusable;
    return { ...result, verdict, summary, next: 'Run it again.' };
  }
  if (!again || answered.length < mutants.length)
    return { ...result, verdict: 'cancelled', summary: 'The run was cancelled.', next: 'Run it again.' };
  if (isRejected(again))
    return failed({
      summary: `Your tests passed once, and not the second time: ${again.summary}`,
      next: 'Let no test depend on time, chance, or what another test left behind.',
    });
  const refused = mutants.find((mutant) => mutant.correct && isRejected(results.get(mutant.id)));
  if (refused)
    return failed({
      summary: `Your tests reject a version that is correct too: ${refused.why}`,
      next: 'Assert what the code must do, not how it does it.',
    });
  const wrong = mutants.filter((mutant) => !mutant.correct);
  const survivors = wrong.filter((mutant) => !isRejected(results.get(mutant.id))).map(({ id, why }) => ({ id, why }));
  if (survivors.length > 0)
    return {
      ...failed({
        summary: `Your tests reject ${wrong.length - survivors.length} of ${wrong.length} wrong versions. One they accept: ${survivors[0]!.why}`,
        next: 'Write a test that this version would fail.',
      }),
      survivors,
    };
  return {
    ...result,
    summary: `Your ${first.tests.length} tests reject all ${wrong.length} wrong versions.`,
    survivors,
  };
}
