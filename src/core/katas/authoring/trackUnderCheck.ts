import type { TextRange } from '../../problem.ts';
import type { RunEvent, RunResult, TestResult } from '../../runs/event.ts';
import { toParts } from '../grading/gradeTests.ts';
import {
  defaultLimits,
  type Files,
  type TestPart,
  type TestRunner,
  type Variant,
  type VariantResult,
} from '../../runs/runner.ts';
import { applyMutant, readMutants, readSolution, readStart, readTests, requireTrack } from '../content.ts';
import { gradeStage } from '../grading/gradeStage.ts';
import type { Kata, Language, Mutant, Stage } from '../../model/kata.ts';
import type { ContentCode, ContentProblem } from './contentProblem.ts';
import { parseJsonText, type JsonText } from '../../text/json.ts';
import { textFolder } from '../textFolder.ts';

export interface TrackCheck {
  readonly kata: Kata;
  readonly language: Language;
  /** Every file of the kata's folder. */
  readonly files: Files;
  /** `kata.json` as it is written, for the places of problems. */
  readonly manifestText: string;
  readonly runner: TestRunner;
  readonly signal?: AbortSignal;
  /** How often the solution runs in shuffled order before its tests are believed. */
  readonly shuffles: number;
  /** Only the last solution is run: a tool made the track from another one. */
  readonly isDerived: boolean;
  /** Told the names that a stage's tests report on its solution. */
  onNames?(stage: string, names: readonly string[]): void;
  /** Told how long all tests of the track took on the last solution, the shortest of its runs. */
  onSeconds?(seconds: number): void;
}

interface RunAllOptions {
  /** How long the longest test took on the solution: a version may take ten times as long, or what the kata allows. */
  readonly longestMs?: number | undefined;
  /** Stops each version at its first failing test. */
  readonly bail?: boolean;
}

/** The result of a run that is followed to its very end, so that nothing of it is left when the next one starts. */
async function resultOf(events: AsyncIterable<RunEvent>): Promise<RunResult> {
  let result: RunResult | undefined;
  for await (const event of events) if (event.kind === 'finished') result = event.result;
  return result!;
}

/** One track with its texts at hand, each read once. */
export class TrackUnderCheck {
  readonly check: TrackCheck;
  readonly language: Language;
  private readonly content;
  private readonly manifestText: JsonText | undefined;
  private readonly mutantsText: JsonText | undefined;

  constructor(check: TrackCheck) {
    this.check = check;
    this.language = check.language;
    this.content = textFolder(check.files);
    this.manifestText = toJsonText(check.manifestText);
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
  async runAll(
    parts: readonly TestPart[],
    versions: readonly Variant[],
    { longestMs, bail = false }: RunAllOptions = {},
  ) {
    const results = new Map<string, VariantResult>();
    if (parts.length === 0 || versions.length === 0) return results;
    const { kata, runner, signal } = this.check;
    const tests = await readTests(kata, this.language, this.content);
    const limits = { ...defaultLimits, ...kata.manifest.limits };
    const short = longestMs === undefined ? Infinity : Math.max(1000, 10 * longestMs + 250);
    const testMs = Math.min(limits.testMs, short);
    const job = {
      language: this.language,
      // Every file stands in the base too: a version replaces files, it brings none.
      files: { ...this.codeOf(versions.reduce((all, { files }) => ({ ...all, ...files }), {})), ...tests },
      tests: parts.map(({ file }) => file),
      variants: versions.map((version) => ({ ...version, files: this.codeOf(version.files) })),
      bail,
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
    const range = this.manifestText?.rangeAt(steps, 'key') ?? nowhere;
    return { file: 'kata.json', code, severity: 'error', message, range };
  }

  atMutant(code: ContentCode, mutant: Mutant, message: string): ContentProblem {
    const list = (this.mutantsText?.data ?? []) as readonly Mutant[];
    const index = list.findIndex(({ id }) => id === mutant.id);
    const range = this.mutantsText?.rangeAt(`/${index}/id`) ?? nowhere;
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
  return json && json.errors.length === 0 ? json : undefined;
}

/** The tests of a stage's own file that ran to their end. */
export function reportedNames({ tests }: RunResult, stage: Stage): readonly string[] {
  return tests
    .filter((test) => test.stage === stage.id && test.outcome !== 'skipped' && isTestOfFile(test))
    .map(({ name }) => name);
}

/** Growth and structure report as tests too, but stand in no file. */
const isTestOfFile = ({ name }: TestResult) => !/^(grows as |every function is nested )/.test(name);
