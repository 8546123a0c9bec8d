import { HumanError, toSentence } from '../../errors.ts';
import type { RunResult } from '../../runs/event.ts';
import type { Files, TestPart, VariantResult } from '../../runs/runner.ts';
import { requireTrack, trackStage } from '../content.ts';
import { measuredStages } from '../grading/gradeStage.ts';
import type { Stage } from '../kata.ts';
import type { ContentCode, ContentProblem } from './contentProblem.ts';
import { reportedNames, TrackUnderCheck, type TrackCheck } from './trackUnderCheck.ts';

/** How often the solution runs in shuffled order before a test is believed. */
const shuffledRuns = 5;

/**
 * Runs one track as its learners and its mistakes would: every solution must pass, and starter, previous solutions and
 * mutants must not. Assumes that the texts are in order (`checkKataTexts`).
 */
export async function* checkTrackRuns(check: TrackCheck): AsyncGenerator<ContentProblem> {
  const track = new TrackUnderCheck(check);
  try {
    yield* checkStages(track);
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    yield track.atStage('KC290', check.kata.manifest.stages[0]!, toSentence(error));
  }
}

async function* checkStages(track: TrackUnderCheck): AsyncGenerator<ContentProblem> {
  let isSolved = true;
  for (const stage of track.check.kata.manifest.stages) {
    const solved = await track.grade(stage, await track.solution(stage));
    if (solved.verdict === 'environment' || solved.verdict === 'cancelled') {
      yield track.atStage('KC290', stage, `${solved.summary} ${solved.next}`);
      return;
    }
    track.tellNames(stage, solved);
    // Later stages build on this one: what they would report is most likely the same fault again.
    if (!isSolved) continue;
    isSolved = solved.verdict === 'passed';
    if (!isSolved) yield track.atStage(...solutionProblem(track.check, stage, solved));
    else yield* isTestWriting(stage) ? checkTestWritingStage(track, stage) : checkCodeStage(track, stage, solved);
  }
  if (isSolved) yield* findFlicker(track);
}

const isTestWriting = ({ kind }: Stage) => kind === 'characterize' || kind === 'write-tests';

function solutionProblem(
  { kata, language }: TrackCheck,
  asked: Stage,
  result: RunResult,
): [ContentCode, Stage, string] {
  const missing = missingNames(result, asked, trackStage(requireTrack(kata, language), asked).tests?.expected ?? []);
  if (missing.length > 0 && result.tests.every(({ outcome }) => outcome !== 'failed'))
    return ['KC206', asked, `The ${language} tests do not report ${quoteSome(missing)}.`];
  const survivors = result.survivors?.map(({ id }) => id) ?? [];
  if (survivors.length > 0)
    return ['KC204', asked, `The solution’s tests let live: ${survivors.join(', ')} (${language}).`];
  const failed = result.tests.find(({ outcome }) => outcome === 'failed');
  const detail = failed?.failure ? ` “${failed.name}”: ${failed.failure.message.split('\n')[0]}` : ` ${result.summary}`;
  const isCorrectRejected = failed?.name.startsWith('accepts: ') ?? false;
  if (isCorrectRejected)
    return ['KC208', asked, `The solution’s tests reject a correct version (${language}).${detail}`];
  if (result.stage !== asked.id)
    return ['KC209', asked, `The ${language} solution of “${asked.id}” fails “${result.stage}”.${detail}`];
  return ['KC202', asked, `The ${language} solution does not pass “${asked.id}”.${detail}`];
}

async function* checkTestWritingStage(track: TrackUnderCheck, stage: Stage): AsyncGenerator<ContentProblem> {
  const starter = await track.grade(stage, await track.starter());
  if (starter.verdict === 'passed')
    yield track.atStage('KC201', stage, `The ${track.language} starter’s tests pass “${stage.id}” as they are.`);
  const previous = track.previous(stage);
  if (previous && !isTestWriting(previous)) return;
  if (previous && (await track.grade(stage, await track.solution(previous))).verdict === 'passed')
    yield track.atStage('KC203', stage, `What solves “${previous.id}” passes “${stage.id}” too.`);
}

/** Starter, previous solution and mutants go through the tests in one process; what passes there is measured too. */
async function* checkCodeStage(
  track: TrackUnderCheck,
  stage: Stage,
  solved: RunResult,
): AsyncGenerator<ContentProblem> {
  const { language } = track;
  const own = track.part(stage);
  const parts = track.parts(stage);
  const reported = reportedNames(solved, stage);
  if (own) {
    const unexpected = reported.filter((name) => !own.expected!.includes(name));
    if (unexpected.length > 0)
      yield track.atStage('KC206', stage, `kata.json does not expect ${quoteSome(unexpected)} (${language}).`);
  }
  const mutants = (await track.mutants()).filter((mutant) => mutant.stage === stage.id);
  const previous = track.previous(stage);
  const starter = await track.starter();
  const solution = await track.solution(stage);
  const versions = new Map<string, Files>([['starter', starter]]);
  if (previous) versions.set('previous', await track.solution(previous));
  for (const mutant of mutants) versions.set(`mutant ${mutant.id}`, await track.apply(mutant, solution));
  const longest = Math.max(0, ...solved.tests.map(({ durationMs }) => durationMs ?? 0));
  const results = await track.runAll(parts, versions, longest);
  /** Whether a version does what the whole stage asks: the tests, and then what is measured. */
  const passes = async (id: string) => {
    const result = results.get(id);
    if (result && !passesTests(result, parts)) return false;
    if (measuredStages(track.check.kata, stage).length === 0) return true;
    return (await track.grade(stage, versions.get(id)!)).verdict === 'passed';
  };

  const first = results.get('starter');
  if (first?.verdict === 'compile-error' && !previous)
    yield track.atStage('KC210', stage, `The ${language} starter cannot be loaded: ${first.summary}`);
  if (await passes('starter'))
    yield track.atStage('KC201', stage, `The ${language} starter passes “${stage.id}” already.`);
  if (previous && (await passes('previous')))
    yield track.atStage('KC203', stage, `What solves “${previous.id}” passes “${stage.id}” too (${language}).`);
  for (const mutant of mutants) {
    const id = `mutant ${mutant.id}`;
    const isAccepted = await passes(id);
    if (mutant.correct && !isAccepted)
      yield track.atMutant('KC208', mutant, `“${mutant.id}” is correct, but rejected: ${whyRejected(results.get(id))}`);
    if (mutant.correct) continue;
    if (isAccepted) yield track.atMutant('KC204', mutant, `No check rejects “${mutant.id}”: ${mutant.why}`);
    else if (mutant.test !== undefined && !isCaughtBy(results.get(id), mutant.test))
      yield track.atMutant(
        'KC205',
        mutant,
        `“${mutant.id}” is caught, but not by “${mutant.test}”; ${caughtBy(results.get(id))}`,
      );
  }
}

function passesTests({ verdict, tests }: VariantResult, parts: readonly TestPart[]): boolean {
  if (verdict !== 'passed') return false;
  const passed = new Set(tests.filter(({ outcome }) => outcome === 'passed').map(({ name }) => name));
  return parts.every(({ expected = [] }) => expected.every((name) => passed.has(name)));
}

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

/** The last solution, in another order each time. */
async function* findFlicker(track: TrackUnderCheck): AsyncGenerator<ContentProblem> {
  const last = track.check.kata.manifest.stages.findLast(
    (stage) => !isTestWriting(stage) && track.parts(stage).length > 0,
  );
  if (!last) return;
  for (let seed = 1; seed <= shuffledRuns; seed++) {
    const result = await track.run(last, seed);
    if (result.verdict === 'passed') continue;
    const failed = result.tests.find(({ outcome }) => outcome === 'failed');
    const name = failed ? `“${failed.name}”` : 'A test';
    const why = failed?.failure?.message.split('\n')[0] ?? result.summary;
    yield track.atStage(
      'KC207',
      last,
      `${name} passes and then fails when the order is shuffled (${track.language}): ${why}`,
    );
    return;
  }
}

function missingNames(result: RunResult, stage: Stage, expected: readonly string[]): readonly string[] {
  const reported = new Set(reportedNames(result, stage));
  return reported.size === 0 ? [] : expected.filter((name) => !reported.has(name));
}

function quoteSome(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(', ');
}
