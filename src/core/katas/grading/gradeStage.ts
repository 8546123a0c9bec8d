import type { RunEvent, RunResult, TestResult } from '../../runs/event.ts';
import { gradeStage as gradeTests, toParts } from './gradeTests.ts';
import type { GradeRequest } from './gradeRequest.ts';
import { readLearnerFiles } from './learnerFiles.ts';
import type { Files } from '../../runs/runner.ts';
import { readSolution, readTests, requireStage, requireTrack } from '../content.ts';
import type { Kata, Stage, Track } from '../../model/kata.ts';
import { growthName, structureName } from './checkNames.ts';

export type { GradeRequest };

/**
 * Grades one stage: the tests of it and of the stages before it, then the growth and the structure that it or an
 * earlier stage asks for. An earlier stage that is no longer green decides the verdict, and the summary says so.
 *
 * Growth and structure show as a test of their own, after the tests.
 */
export async function* gradeStage(request: GradeRequest): AsyncIterable<RunEvent> {
  const { kata, language } = request;
  const track = requireTrack(kata, language);
  const stage = requireStage(kata, request.stage);
  const checks = measuredStages(kata, stage);
  let result: RunResult | undefined;
  if (checks.length === 0 || toParts(kata, track, stage).length > 0) {
    for await (const event of gradeTests(request)) {
      if (event.kind === 'finished') result = event.result;
      else yield event;
    }
  } else result = nothingYet(stage.id);
  const started = result!;
  if (started.verdict === 'passed' && checks.length > 0) {
    const found = await readLearnerFiles(track.files, request.learner);
    const outcome =
      'trouble' in found
        ? { ...started, ...found.trouble }
        : yield* checkAll({ ...request, track, checks, learnerFiles: found.files }, started);
    result = outcome;
  }
  yield { kind: 'finished', result: namingRegression(kata, stage, sayingHowToGoOn(stage, result!)) };
}

/** A document has no values to compare and nothing to step through. */
function sayingHowToGoOn(stage: Stage, result: RunResult): RunResult {
  const isMended = stage.kind !== 'document' || result.verdict !== 'failed';
  const next = 'Open the first failed test: it stands on the words that need work, and says what to write there.';
  return isMended ? result : { ...result, next };
}

/** The stages up to this one, not replaced, that ask for more than tests. Writing tests changes no code. */
export function measuredStages(kata: Kata, stage: Stage): readonly Stage[] {
  if (stage.kind === 'characterize' || stage.kind === 'write-tests') return [];
  const { stages } = kata.manifest;
  const upToHere = stages.slice(0, stages.indexOf(stage) + 1);
  const replaced = new Set(upToHere.flatMap(({ replaces }) => replaces ?? []));
  return upToHere.filter(({ id, growth, structure }) => !replaced.has(id) && (growth ?? structure));
}

interface Checking extends GradeRequest {
  readonly track: Track;
  readonly checks: readonly Stage[];
  readonly learnerFiles: Files;
}

async function* checkAll(checking: Checking, tests: RunResult): AsyncGenerator<RunEvent, RunResult> {
  let result = tests;
  for (const stage of checking.checks) {
    for (const check of [stage.structure && checkOneStructure, stage.growth && checkOneGrowth]) {
      if (!check) continue;
      const { test, ...outcome } = await check(checking, stage);
      if (test) yield { kind: 'test-finished', test };
      result = { ...result, ...outcome, stage: stage.id, tests: test ? [...result.tests, test] : result.tests };
      if (result.verdict !== 'passed') return result;
    }
  }
  return result;
}

type Outcome = Partial<RunResult> & { readonly test?: TestResult };

/** The parsers behind growth and structure are read when a stage asks for them: most katas never do. */
async function checkOneGrowth(checking: Checking, stage: Stage): Promise<Outcome> {
  const { kata, language, content, runner, signal, track, learnerFiles } = checking;
  const driver = `tests/${track.stages[stage.id]!.driver}`;
  const tests = await readTests(kata, language, content);
  const { checkGrowth, printGrowthTable } = await import('../growth/checkGrowth.ts');
  const outcome = await checkGrowth(
    {
      language,
      driver,
      bound: stage.growth!,
      files: { ...learnerFiles, ...tests },
      reference: { ...(await readSolution(kata, language, stage.id, content)), ...tests },
      counted: codeFiles(track),
      ...(kata.manifest.limits && { limits: kata.manifest.limits }),
    },
    runner,
    signal,
  );
  const name = growthName(stage.growth!);
  if ('trouble' in outcome) return { ...outcome.trouble, places: [] };
  const { report } = outcome;
  const { summary, next, passed } = report;
  return {
    growth: report,
    summary,
    next,
    verdict: passed ? 'passed' : 'failed',
    test: toTest(name, stage, passed ? undefined : `${summary}\n\n${printGrowthTable(report.rows)}`),
  };
}

async function checkOneStructure(checking: Checking, stage: Stage): Promise<Outcome> {
  const { kata, language, runner, signal, track, learnerFiles } = checking;
  const bound = stage.structure!;
  const { checkStructure } = await import('../structure/checkStructure.ts');
  const { limits } = kata.manifest;
  const outcome = await checkStructure(
    { language, bound, files: learnerFiles, measured: codeFiles(track), ...(limits && { limits }) },
    runner,
    signal,
  );
  if ('trouble' in outcome) return { ...outcome.trouble, places: [] };
  const { excess } = outcome;
  const [worst] = excess;
  const name = structureName(bound);
  if (!worst) return { test: toTest(name, stage), verdict: 'passed' };
  return {
    excess,
    verdict: 'failed',
    summary: `The behaviour is kept, but ${worst.message}`,
    next: 'Give the part that is hardest to read a name of its own, and run again: the tests hold you.',
    places: excess.map(({ measure, message }) => ({ file: measure.file, line: measure.line, message })),
    test: {
      ...toTest(name, stage, excess.map(({ message }) => message).join('\n')),
      failure: {
        message: excess.map(({ message }) => message).join('\n'),
        stack: [{ file: worst.measure.file, line: worst.measure.line }],
      },
    },
  };
}

function toTest(name: string, stage: Stage, message?: string): TestResult {
  const common = { name, stage: stage.id };
  return message === undefined
    ? { ...common, outcome: 'passed' }
    : { ...common, outcome: 'failed', failure: { message, stack: [] } };
}

/** The learner's code, without the files in which they write tests. */
function codeFiles(track: Track): readonly string[] {
  const tests = new Set(Object.values(track.stages).map(({ learnerTests }) => learnerTests));
  return track.files.filter((name) => !tests.has(name));
}

function nothingYet(stage: string): RunResult {
  return { verdict: 'passed', summary: '', next: '', tests: [], stage, durationMs: 0, places: [] };
}

function namingRegression(kata: Kata, asked: Stage, result: RunResult): RunResult {
  if (result.stage === asked.id || result.verdict === 'cancelled' || result.verdict === 'environment') return result;
  if (result.verdict === 'passed') return { ...result, stage: asked.id };
  const earlier = kata.manifest.stages.find(({ id }) => id === result.stage);
  if (!earlier) return result;
  return {
    ...result,
    summary: `An earlier stage, “${earlier.title}”, is not green: ${result.summary}`,
    next: `Bring “${earlier.title}” back first. ${result.next}`,
  };
}
