import { applyMutant, readMutants, readSolution, requireStage, requireTrack, trackStage } from '../katas/content.ts';
import type { Mutant } from '../katas/kata.ts';
import type { RunEvent, RunResult, TestResult } from './event.ts';
import type { GradeRequest } from './gradeStage.ts';
import { defaultLimits, type Files, type TestJob, type VariantResult } from './runner.ts';

export interface LearnerTestsRequest extends GradeRequest {
  readonly learnerFiles: Files;
}

/**
 * Grades the tests that a learner wrote. They must pass on the reference, and again (a test that flickers proves
 * nothing), accept every correct version, and fail on every wrong one. What survives is told in words, not in code.
 *
 * The events are those of the run on the reference; each wrong version then shows as a test of its own.
 */
export async function* gradeLearnerTests(request: LearnerTestsRequest): AsyncIterable<RunEvent> {
  const { kata, language, content, runner, signal, learnerFiles } = request;
  const stage = requireStage(kata, request.stage);
  const file = trackStage(requireTrack(kata, language), stage).learnerTests;
  if (file === undefined || learnerFiles[file] === undefined)
    throw new Error(`${kata.manifest.id}: stage ${stage.id} names no file of the track for the learner's tests.`);

  const solution = await readSolution(kata, language, stage.id, content);
  const limits = { ...defaultLimits, ...kata.manifest.limits };
  const job: TestJob = {
    language,
    files: { ...solution, [file]: learnerFiles[file] },
    tests: [{ stage: stage.id, file }],
    limits,
  };
  let first: RunResult | undefined;
  for await (const event of runner.run(job, signal)) {
    if (event.kind === 'finished') first = onReference(event.result);
    else yield event;
  }
  if (first!.verdict !== 'passed') {
    yield { kind: 'finished', result: first! };
    return;
  }
  const count = countProblem(first!.tests, stage.ownTests);
  if (count) {
    yield { kind: 'finished', result: { ...first!, verdict: 'failed', ...count } };
    return;
  }

  const mutants = (await readMutants(kata, language, content)).filter((mutant) => mutant.stage === stage.id);
  const variants = await Promise.all(
    mutants.map(async (mutant) => {
      const changed = await applyMutant(mutant, solution, { language, content });
      return { id: mutant.id, files: { [mutant.file]: changed[mutant.file]! } };
    }),
  );
  const started = first!.durationMs;
  const results = new Map<string, VariantResult>();
  // The first variant is the reference itself, in the same process as the others: the second time it must pass.
  const all = [{ id: again, files: {} }, ...variants];
  const perTest = Math.min(limits.testMs, Math.max(1000, 10 * longest(first!.tests) + 250));
  const batch = {
    language,
    files: job.files,
    tests: [file],
    variants: all,
    bail: true,
    limits: { ...limits, testMs: perTest },
  };
  const byId = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  for await (const result of runner.runVariants(batch, signal)) {
    results.set(result.id, result);
    const mutant = byId.get(result.id);
    if (mutant) yield { kind: 'test-finished', test: toTest(mutant, result, stage.id) };
  }
  yield { kind: 'finished', result: conclude(first!, mutants, results, stage.id, started) };
}

/** Not a name that a mutant can have. */
const again = 'reference, again';

const longest = (tests: readonly TestResult[]) => Math.max(0, ...tests.map(({ durationMs }) => durationMs ?? 0));

const isKilled = (result: VariantResult | undefined) => result !== undefined && result.verdict !== 'passed';

function toTest(mutant: Mutant, result: VariantResult, stage: string): TestResult {
  const name = mutant.correct ? `accepts: ${mutant.why}` : `rejects: ${mutant.why}`;
  if (isKilled(result) !== Boolean(mutant.correct)) return { name, stage, outcome: 'passed' };
  const message = mutant.correct
    ? `Your tests reject a correct version: ${mutant.why}`
    : `Your tests accept a wrong version: ${mutant.why}`;
  return { name, stage, outcome: 'failed', failure: { message, stack: [] } };
}

/** A run on the reference that is not green says that the tests are wrong, not the code. */
function onReference(result: RunResult): RunResult {
  if (result.verdict !== 'failed') return result;
  return {
    ...result,
    summary: `Your tests fail on code that is right. ${result.summary}`,
    next: 'Look at what the code really does in that case, and assert that.',
  };
}

function countProblem(
  tests: readonly TestResult[],
  own: { readonly atLeast?: number; readonly atMost?: number } | undefined,
): Pick<RunResult, 'summary' | 'next'> | undefined {
  const count = tests.filter(({ outcome }) => outcome === 'passed').length;
  if (own?.atLeast !== undefined && count < own.atLeast)
    return {
      summary: `${count} tests are fewer than the ${own.atLeast} that are asked for.`,
      next: 'Add a test for a case that none covers yet.',
    };
  if (own?.atMost !== undefined && count > own.atMost)
    return {
      summary: `${count} tests are more than the ${own.atMost} that are allowed.`,
      next: 'Merge or remove tests that show the same thing.',
    };
  return undefined;
}

function conclude(
  first: RunResult,
  mutants: readonly Mutant[],
  results: ReadonlyMap<string, VariantResult>,
  stage: string,
  durationMs: number,
): RunResult {
  const tests = [
    ...first.tests,
    ...mutants.flatMap((mutant) => {
      const result = results.get(mutant.id);
      return result ? [toTest(mutant, result, stage)] : [];
    }),
  ];
  const result = { ...first, tests, durationMs };
  if (results.size <= mutants.length || [...results.values()].some(({ verdict }) => verdict === 'cancelled'))
    return {
      ...result,
      verdict: 'cancelled',
      summary: 'The run was cancelled.',
      next: 'Run it again when you are ready.',
    };
  const flicker = results.get(again)!;
  if (flicker.verdict !== 'passed')
    return {
      ...result,
      verdict: 'failed',
      summary: `Your tests passed once and not the second time: ${flicker.summary}`,
      next: 'Let no test depend on time, chance, or what another test left behind.',
    };
  const rejected = mutants.find((mutant) => mutant.correct && isKilled(results.get(mutant.id)));
  if (rejected)
    return {
      ...result,
      verdict: 'failed',
      summary: `Your tests reject a version that is correct too: ${rejected.why}`,
      next: 'Assert what the code must do, not how it does it.',
    };
  const wrong = mutants.filter((mutant) => !mutant.correct);
  const survivors = wrong.filter((mutant) => !isKilled(results.get(mutant.id))).map(({ id, why }) => ({ id, why }));
  if (survivors.length === 0)
    return {
      ...result,
      summary: `Your ${first.tests.length} tests reject all ${wrong.length} wrong versions.`,
      survivors,
    };
  return {
    ...result,
    verdict: 'failed',
    survivors,
    summary: `Your tests reject ${wrong.length - survivors.length} of ${wrong.length} wrong versions; one they accept: ${survivors[0]!.why}`,
    next: 'Write a test that this wrong version would fail.',
  };
}
