import { applyMutant, readMutants, readSolution, requireStage, requireTrack, trackStage } from '../content.ts';
import type { RunEvent, RunResult, TestResult } from '../../runs/event.ts';
import type { GradeRequest } from './gradeRequest.ts';
import { concludeLearnerTests, countProblem, isRejected, onReference, toMutantTest } from './learnerTestsVerdict.ts';
import { defaultLimits, type Files, type TestJob, type VariantResult, type VariantsJob } from '../../runs/runner.ts';

export interface LearnerTestsRequest extends GradeRequest {
  readonly learnerFiles: Files;
}

/**
 * Grades the tests that a learner wrote. They must pass on the reference, and again (a test that flickers proves
 * nothing), accept every correct version, and fail on every wrong one. What survives is told in words, not in code.
 *
 * The events are those of the run on the reference; each other version then shows as a test of its own.
 */
export async function* gradeLearnerTests(request: LearnerTestsRequest): AsyncIterable<RunEvent> {
  const { kata, language, content, runner, signal, learnerFiles } = request;
  const stage = requireStage(kata, request.stage);
  const file = trackStage(requireTrack(kata, language), stage).learnerTests;
  if (file === undefined || learnerFiles[file] === undefined)
    throw new Error(`${kata.manifest.id}: stage ${stage.id} names no file of the track for the learner's tests.`);

  const solution = await readSolution(kata, language, stage.id, content);
  const limits = { ...defaultLimits, ...kata.manifest.limits };
  const files = { ...solution, [file]: learnerFiles[file] };
  const job: TestJob = { language, files, tests: [{ stage: stage.id, file }], limits };
  let first: RunResult | undefined;
  for await (const event of runner.run(job, signal)) {
    if (event.kind === 'finished') first = onReference(event.result);
    else yield event;
  }
  if (!first) return;
  const problem = first.verdict === 'passed' ? countProblem(first.tests, stage.ownTests) : {};
  if (problem) {
    const verdict = first.verdict === 'passed' ? 'failed' : first.verdict;
    yield { kind: 'finished', result: { ...first, verdict, ...problem } };
    return;
  }

  const mutants = (await readMutants(kata, language, content)).filter((mutant) => mutant.stage === stage.id);
  const variants = await Promise.all(
    mutants.map(async (mutant) => {
      const changed = await applyMutant(mutant, solution, { language, content });
      return { id: mutant.id, files: { [mutant.file]: changed[mutant.file]! } };
    }),
  );
  // The reference comes last, in the process that all the others have been through: if it no longer passes there,
  // either the tests flicker or one version spoilt the process for the next, and only apart can that be told.
  const batch: VariantsJob = {
    language,
    files,
    tests: [file],
    variants: [...variants, { id: again, files: {} }],
    bail: true,
    limits: { ...limits, testMs: Math.min(limits.testMs, Math.max(2000, 10 * longest(first.tests))) },
  };
  let results = await collectById(runner.runVariants(batch, signal));
  if (isRejected(results.get(again))) results = await runApart(request, batch);
  for (const mutant of mutants) {
    const result = results.get(mutant.id);
    if (result) yield { kind: 'test-finished', test: toMutantTest(mutant, result, stage.id) };
  }
  yield { kind: 'finished', result: concludeLearnerTests({ first, mutants, results, again: results.get(again) }) };
}

/** Not a name that a mutant can have. */
const again = 'the reference, again';

const longest = (tests: readonly TestResult[]) => Math.max(0, ...tests.map(({ durationMs }) => durationMs ?? 0));

/** The same variants, each in a process of its own. */
async function runApart(
  { runner, signal }: LearnerTestsRequest,
  batch: VariantsJob,
): Promise<Map<string, VariantResult>> {
  const results = new Map<string, VariantResult>();
  for (const variant of batch.variants) {
    const alone = await collectById(runner.runVariants({ ...batch, variants: [variant] }, signal));
    for (const [id, result] of alone) results.set(id, result);
  }
  return results;
}

async function collectById(results: AsyncIterable<VariantResult>): Promise<Map<string, VariantResult>> {
  const byId = new Map<string, VariantResult>();
  for await (const result of results) byId.set(result.id, result);
  return byId;
}
