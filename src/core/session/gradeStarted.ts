import type { NewEvent } from '../model/event.ts';
import type { Recall } from '../progress/ledger.ts';
import type { ProgressState } from '../progress/state.ts';
import { rateRecall } from '../recall/rating.ts';
import type { Clock, Folder } from '../ports.ts';
import type { RunEvent, RunResult } from '../runs/event.ts';
import type { TestRunner } from '../runs/runner.ts';
import type { Verdict } from '../model/verdict.ts';
import type { AttemptStore } from '../katas/attempts/store.ts';
import { readTests, requireStage, requireTrack } from '../katas/content.ts';
import type { KataMarker } from '../katas/folder/marker.ts';
import { gradeStage } from '../katas/grading/gradeStage.ts';
import { hashFiles } from '../katas/hash.ts';
import type { Kata } from '../model/kata.ts';
import { provedStages } from '../katas/session/stages.ts';

/** A learner's kata folder, and the stage to grade. */
export interface StartedRun {
  readonly kata: Kata;
  readonly marker: KataMarker;
  /** The kata's folder, wherever the learner keeps it. */
  readonly learner: Folder;
  readonly stage: string;
  readonly signal?: AbortSignal;
  /** Also tell which statements of the learner's code ran. */
  readonly coverage?: boolean;
}

/** What grading needs of a host. */
export interface GradingHost {
  /** The kata's own folder, `katas/exercises/<id>`. */
  readonly content: Folder;
  readonly runner: TestRunner;
  readonly attempts: AttemptStore;
  readonly progress: { readonly state: ProgressState; append(events: readonly NewEvent[]): Promise<unknown> };
  readonly clock: Clock;
  /** A fresh uuid. */
  newId(): string;
}

/** Nothing was graded, so nothing was attempted. */
const ungraded: ReadonlySet<Verdict> = new Set(['cancelled', 'environment']);

/**
 * Grades one stage of a started kata and records the attempt: the learner's files as they were graded, and an event in
 * the progress log. Editor and command line both come here, so that a verdict means the same in either.
 *
 * The record is complete when `finished` is told. Throws only after `finished`, and only when the record could not be
 * kept: the verdict is known then, but would be forgotten.
 */
export async function* gradeStarted(run: StartedRun, host: GradingHost): AsyncIterable<RunEvent> {
  const { kata, marker, stage, signal, coverage = false } = run;
  requireStage(kata, stage);
  const learner = readOnce(run.learner);
  const { content, runner } = host;
  const request = { kata, language: marker.language, stage, learner, content, runner, coverage };
  for await (const event of gradeStage(signal ? { ...request, signal } : request)) {
    if (event.kind !== 'finished') {
      yield event;
      continue;
    }
    const trouble = await record(run, event.result, learner.texts, host).catch(toTrouble);
    yield event;
    if (trouble) throw trouble.error;
  }
}

async function record(
  run: StartedRun,
  result: RunResult,
  texts: ReadonlyMap<string, string | undefined>,
  host: GradingHost,
): Promise<void> {
  if (ungraded.has(result.verdict)) return;
  const { kata, marker, stage } = run;
  const { language, instance } = marker;
  const { verdict, summary, durationMs } = result;
  const about = { kata: kata.manifest.id, version: kata.manifest.version, language, stage };
  const tests = await hashFiles(await readTests(kata, language, host.content));
  const files: Record<string, string> = {};
  for (const name of requireTrack(kata, language).files) {
    const text = texts.get(name);
    if (text !== undefined) files[name] = text;
  }
  const id = host.newId();
  const passed = result.tests.filter(({ outcome }) => outcome === 'passed').length;
  const kept = await host.attempts
    .record(
      {
        ...about,
        kind: 'graded',
        instance,
        at: host.clock(),
        verdict,
        summary,
        durationMs,
        tests: { passed, total: result.tests.length },
        testsHash: tests,
      },
      { id, files },
    )
    .then(() => undefined, toTrouble);
  const recall = recallOf(host, kata, language);
  await host.progress.append([
    {
      type: 'attempt.recorded',
      ...about,
      verdict,
      passed: verdict === 'passed' ? provedStages(kata, stage) : [],
      durationMs,
      tests,
      solution: await hashFiles(files),
      ...(!kept && { snapshot: id }),
      ...(recall && { recall: true }),
    },
  ]);
  const rating = recall && rateRecall(kata.manifest, recallOf(host, kata, language) ?? recall, host.clock());
  if (rating) await host.progress.append([{ type: 'recall.rated', kata: kata.manifest.id, rating }]);
  if (kept) throw kept.error;
}

/** The review by memory that is under way in this language, if one is. */
function recallOf({ progress }: GradingHost, kata: Kata, language: string): Recall | undefined {
  const recall = progress.state.katas.get(kata.manifest.id)?.recall;
  return recall?.language === language ? recall : undefined;
}

/** A folder that remembers what it gave, so that the attempt keeps exactly the texts that were graded. */
function readOnce(folder: Folder): Folder & { readonly texts: ReadonlyMap<string, string | undefined> } {
  const texts = new Map<string, string | undefined>();
  return {
    ...folder,
    texts,
    async read(name) {
      if (!texts.has(name)) texts.set(name, await folder.read(name));
      return texts.get(name);
    },
  };
}

const toTrouble = (error: unknown) => ({ error });
