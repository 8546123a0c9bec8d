import type { RunResult } from '../../runs/event.ts';
import type { TestPart, VariantResult } from '../../runs/runner.ts';
import { measuredStages } from '../grading/gradeStage.ts';
import type { Mutant, Stage } from '../../model/kata.ts';
import type { ContentProblem } from './contentProblem.ts';
import { quoteSome } from './quoteSome.ts';
import type { TrackUnderCheck } from './trackUnderCheck.ts';

/**
 * Runs what must not pass a stage – the starter, what solved the stage before, every mutant – and what must pass
 * although it is made differently. `solved` is the run of the stage's own solution.
 */
export async function* checkVersions(
  track: TrackUnderCheck,
  stage: Stage,
  solved: RunResult,
): AsyncGenerator<ContentProblem> {
  const longestMs = Math.max(0, ...solved.tests.map(({ durationMs }) => durationMs ?? 0));
  const mutants = (await track.mutants()).filter((mutant) => mutant.stage === stage.id);
  const uncaught = await findEscaped(track, stage, { mutants, longestMs });
  // On a busy machine a version may use up its short time before its test begins: these get all the time there is.
  const escaped = await findEscaped(track, stage, { mutants: uncaught });
  yield* checkWholeStage(track, stage, { longestMs, rest: mutants.filter(isJudgedWhole) });
  yield* tellEscaped(track, stage, escaped);
}

/** Its named test alone says whether a mutant is caught. */
const isJudgedWhole = ({ correct, test }: Mutant) => correct === true || test === undefined;

interface Versions {
  readonly mutants: readonly Mutant[];
  readonly longestMs?: number | undefined;
}

/**
 * The wrong versions that their named test does not reject. Each is run against that test and no other: a failing test
 * of a simulated system shrinks its schedule, which takes longer than all that pass.
 */
async function findEscaped(
  track: TrackUnderCheck,
  stage: Stage,
  { mutants, longestMs }: Versions,
): Promise<readonly Mutant[]> {
  const solution = await track.solution(stage);
  const caught = new Set<Mutant>();
  const named = mutants.filter((mutant) => !isJudgedWhole(mutant));
  const parts = track.parts(stage);
  const isExpected = (test: string) => parts.some(({ expected }) => expected?.includes(test));
  // Sheets of checks for two documents may have a test of the same name: either may catch it.
  for (const part of parts) {
    // A test that no manifest names yet stands in the stage's own file, if anywhere.
    const isHere = (test: string) => (isExpected(test) ? part.expected?.includes(test) : part.stage === stage.id);
    const here = named.filter((mutant) => !caught.has(mutant) && isHere(mutant.test!));
    const versions = await Promise.all(
      here.map(async (mutant) => ({
        id: mutant.id,
        files: await track.apply(mutant, solution),
        only: [mutant.test!],
      })),
    );
    const results = await track.runAll([part], versions, { longestMs });
    for (const mutant of here) if (isCaughtBy(results.get(mutant.id), mutant.test!)) caught.add(mutant);
  }
  return named.filter((mutant) => !caught.has(mutant));
}

/** What is judged by all that a stage asks, tests and measures: one failing test is enough. */
async function* checkWholeStage(
  track: TrackUnderCheck,
  stage: Stage,
  { rest, longestMs }: { readonly rest: readonly Mutant[]; readonly longestMs: number },
): AsyncGenerator<ContentProblem> {
  const { language } = track;
  const previous = track.previous(stage);
  const solution = await track.solution(stage);
  const versions = [
    { id: 'starter', files: await track.starter() },
    ...(previous ? [{ id: 'previous', files: await track.solution(previous) }] : []),
    ...(await Promise.all(
      rest.map(async (mutant) => ({ id: `mutant ${mutant.id}`, files: await track.apply(mutant, solution) })),
    )),
  ];
  const parts = track.parts(stage);
  const results = await track.runAll(parts, versions, { longestMs, bail: true });
  const isMeasured = measuredStages(track.check.kata, stage).length > 0;
  const passes = async (id: string, { patiently = false } = {}) => {
    const version = versions.find((candidate) => candidate.id === id)!;
    if (patiently && isRejected(results.get(id), parts))
      for (const [, again] of await track.runAll(parts, [version])) results.set(id, again);
    if (isRejected(results.get(id), parts)) return false;
    if (!isMeasured) return true;
    const { files } = version;
    return (await track.grade(stage, files)).verdict === 'passed';
  };

  const first = results.get('starter');
  if (first?.verdict === 'compile-error' && !previous)
    yield track.atStage('KC210', stage, `The ${language} starter cannot be loaded: ${first.summary}`);
  if (await passes('starter'))
    yield track.atStage('KC201', stage, `The ${language} starter passes “${stage.id}” already.`);
  if (previous && (await passes('previous')))
    yield track.atStage('KC203', stage, `What solves “${previous.id}” passes “${stage.id}” too (${language}).`);
  for (const mutant of rest) {
    const id = `mutant ${mutant.id}`;
    const isAccepted = await passes(id, { patiently: mutant.correct === true });
    if (mutant.correct && !isAccepted)
      yield track.atMutant('KC208', mutant, `“${mutant.id}” is correct, but rejected: ${whyRejected(results.get(id))}`);
    if (!mutant.correct && isAccepted)
      yield track.atMutant('KC204', mutant, `No check rejects “${mutant.id}”: ${mutant.why}`);
  }
}

/** Whether anything else catches what its named test lets through. */
async function* tellEscaped(
  track: TrackUnderCheck,
  stage: Stage,
  escaped: readonly Mutant[],
): AsyncGenerator<ContentProblem> {
  if (escaped.length === 0) return;
  const solution = await track.solution(stage);
  const parts = track.parts(stage);
  const versions = await Promise.all(
    escaped.map(async (mutant) => ({ id: mutant.id, files: await track.apply(mutant, solution) })),
  );
  const results = await track.runAll(parts, versions);
  for (const mutant of escaped) {
    const result = results.get(mutant.id);
    const { files } = versions.find(({ id }) => id === mutant.id)!;
    const isAccepted = !isRejected(result, parts) && (await track.grade(stage, files)).verdict === 'passed';
    if (isAccepted) yield track.atMutant('KC204', mutant, `No check rejects “${mutant.id}”: ${mutant.why}`);
    else if (!isCaughtBy(result, mutant.test!))
      yield track.atMutant(
        'KC205',
        mutant,
        `“${mutant.id}” is caught, but not by “${mutant.test}”; ${caughtBy(result)}`,
      );
    // It fails among its neighbours only: they left something behind.
    else yield track.atMutant('KC205', mutant, `“${mutant.test}” catches “${mutant.id}” only after other tests.`);
  }
}

function passesTests({ verdict, tests }: VariantResult, parts: readonly TestPart[]): boolean {
  if (verdict !== 'passed') return false;
  const passed = new Set(tests.filter(({ outcome }) => outcome === 'passed').map(({ name }) => name));
  return parts.every(({ expected = [] }) => expected.every((name) => passed.has(name)));
}

/** Nothing is told of a stage without tests. */
const isRejected = (result: VariantResult | undefined, parts: readonly TestPart[]) =>
  result !== undefined && !passesTests(result, parts);

function isCaughtBy(result: VariantResult | undefined, test: string): boolean {
  return result?.tests.some(({ name, outcome }) => name === test && outcome === 'failed') ?? false;
}

function caughtBy(result: VariantResult | undefined): string {
  const failed = result?.tests.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name) ?? [];
  return failed.length > 0
    ? `caught by ${quoteSome(failed)}.`
    : `the run ended as ${result?.verdict ?? 'measured too slow'}.`;
}

function whyRejected(result: VariantResult | undefined): string {
  const failed = result?.tests.find(({ outcome }) => outcome === 'failed');
  if (failed) return `“${failed.name}” fails. ${failed.failure?.message.split('\n')[0] ?? ''}`;
  return result && result.verdict !== 'passed' ? result.summary : 'it is measured beyond the bound.';
}
