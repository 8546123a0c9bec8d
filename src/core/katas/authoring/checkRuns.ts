import { HumanError, toSentence } from '../../errors.ts';
import type { RunResult } from '../../runs/event.ts';
import { requireTrack, trackStage } from '../content.ts';
import type { Stage } from '../../model/kata.ts';
import { checkVersions } from './checkVersions.ts';
import type { ContentCode, ContentProblem } from './contentProblem.ts';
import { quoteSome } from './quoteSome.ts';
import { reportedNames, TrackUnderCheck, type TrackCheck } from './trackUnderCheck.ts';

/**
 * Runs one track as its learners and its mistakes would: every solution must pass, and starter, previous solutions and
 * mutants must not. Assumes that the texts are in order (`checkKataTexts`).
 */
export async function* checkTrackRuns(check: TrackCheck): AsyncGenerator<ContentProblem> {
  const track = new TrackUnderCheck(check);
  try {
    yield* check.isDerived ? checkLastSolution(track) : checkStages(track);
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
  if (isSolved) yield* shuffleTests(track);
}

/** The run of the last solution goes through the tests of all stages before it. */
async function* checkLastSolution(track: TrackUnderCheck): AsyncGenerator<ContentProblem> {
  const { stages } = track.check.kata.manifest;
  const ends = [stages.findLast((stage) => !isTestWriting(stage)), stages.findLast(isTestWriting)];
  for (const stage of ends) {
    if (!stage) continue;
    const solved = await track.grade(stage, await track.solution(stage));
    if (solved.verdict !== 'passed') yield track.atStage(...solutionProblem(track.check, stage, solved));
  }
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

/** The names that a stage's tests report, and then what must and must not pass it. */
async function* checkCodeStage(
  track: TrackUnderCheck,
  stage: Stage,
  solved: RunResult,
): AsyncGenerator<ContentProblem> {
  const own = track.part(stage);
  const unexpected = own ? reportedNames(solved, stage).filter((name) => !own.expected!.includes(name)) : [];
  if (unexpected.length > 0)
    yield track.atStage('KC206', stage, `expected.json does not list ${quoteSome(unexpected)} (${track.language}).`);
  yield* checkVersions(track, stage, solved);
}

/** The last solution against all shipped tests, in another order each time; tells how long they take. */
async function* shuffleTests(track: TrackUnderCheck): AsyncGenerator<ContentProblem> {
  const last = track.check.kata.manifest.stages.findLast(
    (stage) => !isTestWriting(stage) && track.parts(stage).length > 0,
  );
  if (!last) return;
  let shortestMs = Infinity;
  for (let seed = 1; seed <= track.check.shuffles; seed++) {
    const result = await track.run(last, seed);
    if (result.verdict !== 'passed') {
      yield flicker(track, last, result);
      return;
    }
    shortestMs = Math.min(shortestMs, result.durationMs);
  }
  track.check.onSeconds?.(shortestMs / 1000);
}

function flicker(track: TrackUnderCheck, last: Stage, result: RunResult): ContentProblem {
  const failed = result.tests.find(({ outcome }) => outcome === 'failed');
  const name = failed ? `“${failed.name}”` : 'A test';
  const why = failed?.failure?.message.split('\n')[0] ?? result.summary;
  return track.atStage(
    'KC207',
    last,
    `${name} passes and then fails when the order is shuffled (${track.language}): ${why}`,
  );
}

function missingNames(result: RunResult, stage: Stage, expected: readonly string[]): readonly string[] {
  const reported = new Set(reportedNames(result, stage));
  return reported.size === 0 ? [] : expected.filter((name) => !reported.has(name));
}
