import { HumanError, toSentence } from '../../errors.ts';
import type { TextRange } from '../../problem.ts';
import type { RunEvent, RunResult, TestResult } from '../../runs/event.ts';
import { toParts } from '../../runs/gradeStage.ts';
import { defaultLimits, type Files, type TestPart, type TestRunner, type VariantResult } from '../../runs/runner.ts';
import { applyMutant, readMutants, readSolution, readStart, readTests, requireTrack, trackStage } from '../content.ts';
import { gradeStage, measuredStages } from '../grading/gradeStage.ts';
import type { Kata, Language, Mutant, Stage } from '../kata.ts';
import type { ContentCode, ContentProblem } from './contentProblem.ts';
import { parseJsonText, type JsonText } from './jsonText.ts';
import { textFolder } from './textFolder.ts';

/** How often the solution runs in shuffled order before a test is believed. */
const shuffledRuns = 5;

export interface TrackCheck {
  readonly kata: Kata;
  readonly language: Language;
  /** Every file of the kata's folder. */
  readonly files: Files;
  readonly runner: TestRunner;
  readonly signal?: AbortSignal;
  /** Told the names that a stage's tests report on its solution. */
  onNames?(stage: string, names: readonly string[]): void;
}

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
  if (isCorrectRejected) return ['KC208', asked, `The solution’s tests reject a correct version (${language}).${detail}`];
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
async function* checkCodeStage(track: TrackUnderCheck, stage: Stage, solved: RunResult): AsyncGenerator<ContentProblem> {
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
  if (await passes('starter')) yield track.atStage('KC201', stage, `The ${language} starter passes “${stage.id}” already.`);
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
      yield track.atMutant('KC205', mutant, `“${mutant.id}” is caught, but not by “${mutant.test}”; ${caughtBy(results.get(id))}`);
  }
}

/** The tests of a stage's own file that ran to their end. */
function reportedNames({ tests }: RunResult, stage: Stage): readonly string[] {
  return tests
    .filter((test) => test.stage === stage.id && test.outcome !== 'skipped' && isTestOfFile(test))
    .map(({ name }) => name);
}

/** Growth and structure report as tests too, but stand in no file. */
const isTestOfFile = ({ name }: TestResult) => !/^(grows as |every function is nested )/.test(name);

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
  return failed.length > 0 ? `caught by ${quoteSome(failed)}.` : `the run ended as ${result?.verdict ?? 'measured too slow'}.`;
}

function whyRejected(result: VariantResult | undefined): string {
  const failed = result?.tests.find(({ outcome }) => outcome === 'failed');
  if (failed) return `“${failed.name}” fails. ${failed.failure?.message.split('\n')[0] ?? ''}`;
  return result && result.verdict !== 'passed' ? result.summary : 'it is measured beyond the bound.';
}

/** The last solution, in another order each time. */
async function* findFlicker(track: TrackUnderCheck): AsyncGenerator<ContentProblem> {
  const last = track.check.kata.manifest.stages.findLast((stage) => !isTestWriting(stage) && track.parts(stage).length > 0);
  if (!last) return;
  for (let seed = 1; seed <= shuffledRuns; seed++) {
    const result = await track.run(last, seed);
    if (result.verdict === 'passed') continue;
    const failed = result.tests.find(({ outcome }) => outcome === 'failed');
    const name = failed ? `“${failed.name}”` : 'A test';
    const why = failed?.failure?.message.split('\n')[0] ?? result.summary;
    yield track.atStage('KC207', last, `${name} passes and then fails when the order is shuffled (${track.language}): ${why}`);
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

/** The result of a run that is followed to its very end, so that nothing of it is left when the next one starts. */
async function resultOf(events: AsyncIterable<RunEvent>): Promise<RunResult> {
  let result: RunResult | undefined;
  for await (const event of events) if (event.kind === 'finished') result = event.result;
  return result!;
}

/** One track with its texts at hand, each read once. */
class TrackUnderCheck {
  readonly check: TrackCheck;
  readonly language: Language;
  private readonly content;
  private readonly manifestText: JsonText | undefined;
  private readonly mutantsText: JsonText | undefined;

  constructor(check: TrackCheck) {
    this.check = check;
    this.language = check.language;
    this.content = textFolder(check.files);
    this.manifestText = toJsonText(check.files['kata.json']);
    this.mutantsText = toJsonText(check.files[`${check.language}/mutants.json`]);
  }

  starter(): Promise<Files> {
    return readStart(this.check.kata, this.language, this.content);
  }

  solution(stage: Stage): Promise<Files> {
    return readSolution(this.check.kata, this.language, stage.id, this.content);
  }

  mutants(): Promise<readonly Mutant[]> {
    return readMutants(this.check.kata, this.language, this.content);
  }

  apply(mutant: Mutant, solution: Files): Promise<Files> {
    return applyMutant(mutant, solution, { language: this.language, content: this.content });
  }

  previous(stage: Stage): Stage | undefined {
    const { stages } = this.check.kata.manifest;
    return stages[stages.indexOf(stage) - 1];
  }

  parts(stage: Stage): readonly TestPart[] {
    return toParts(this.check.kata, requireTrack(this.check.kata, this.language), stage);
  }

  part(stage: Stage): TestPart | undefined {
    return this.parts(stage).find((part) => part.stage === stage.id);
  }

  /** Grades a version as if a learner had written it. */
  async grade(stage: Stage, version: Files): Promise<RunResult> {
    const { kata, runner, signal } = this.check;
    const request = { kata, language: this.language, stage: stage.id, runner, content: this.content };
    const learner = textFolder(version);
    return resultOf(gradeStage({ ...request, learner, ...(signal && { signal }) }));
  }

  /** Passes on the names that a stage's tests report, if all of them are green. */
  tellNames(stage: Stage, result: RunResult): void {
    const names = reportedNames(result, stage);
    const isGreen = result.tests.every((test) => test.stage !== stage.id || test.outcome !== 'failed');
    if (this.part(stage) && isGreen && names.length > 0) this.check.onNames?.(stage.id, names);
  }

  /** Runs every version through the tests, in one process as far as they let it live. */
  async runAll(parts: readonly TestPart[], versions: ReadonlyMap<string, Files>, longestMs: number) {
    const results = new Map<string, VariantResult>();
    if (parts.length === 0) return results;
    const { kata, runner, signal } = this.check;
    const tests = await readTests(kata, this.language, this.content);
    const limits = { ...defaultLimits, ...kata.manifest.limits };
    const testMs = Math.min(limits.testMs, Math.max(1000, 10 * longestMs + 250));
    const job = {
      language: this.language,
      // Every file stands in the base too: a version replaces files, it brings none.
      files: { ...this.codeOf([...versions.values()].reduce((all, files) => ({ ...all, ...files }), {})), ...tests },
      tests: parts.map(({ file }) => file),
      variants: [...versions].map(([id, files]) => ({ id, files: this.codeOf(files) })),
      limits: { ...limits, testMs },
    };
    for await (const result of runner.runVariants(job, signal)) results.set(result.id, result);
    return results;
  }

  async run(stage: Stage, shuffle: number): Promise<RunResult> {
    const { kata, runner, signal } = this.check;
    const tests = await readTests(kata, this.language, this.content);
    const job = {
      language: this.language,
      files: { ...this.codeOf(await this.solution(stage)), ...tests },
      tests: this.parts(stage),
      shuffle,
      ...(kata.manifest.limits && { limits: kata.manifest.limits }),
    };
    return resultOf(runner.run(job, signal));
  }

  atStage(code: ContentCode, stage: Stage, message: string): ContentProblem {
    const steps = `/tracks/${this.language}/stages/${stage.id}`;
    const range = this.manifestText?.rangeOf(steps, { key: true }) ?? nowhere;
    return { file: 'kata.json', code, severity: 'error', message, range };
  }

  atMutant(code: ContentCode, mutant: Mutant, message: string): ContentProblem {
    const list = (this.mutantsText?.value ?? []) as readonly Mutant[];
    const index = list.findIndex(({ id }) => id === mutant.id);
    const range = this.mutantsText?.rangeOf(`/${index}/id`) ?? nowhere;
    return { file: `${this.language}/mutants.json`, code, severity: 'error', message, range };
  }

  /** Only the files that a learner's run would take. */
  private codeOf(files: Files): Files {
    const { files: names } = requireTrack(this.check.kata, this.language);
    return Object.fromEntries(names.filter((name) => files[name] !== undefined).map((name) => [name, files[name]!]));
  }
}

const nowhere: TextRange = { start: 0, end: 0 };

function toJsonText(text: string | undefined): JsonText | undefined {
  const json = text === undefined ? undefined : parseJsonText(text);
  return json && 'value' in json ? json : undefined;
}
