import type { TestRunRequest } from 'vscode';
import { toSentence } from '../../core/errors.ts';
import type { Stage } from '../../core/model/kata.ts';
import { currentStage } from '../../core/katas/session/stages.ts';
import { readVisibleFiles, visibleTests } from '../../core/katas/session/visibleFiles.ts';
import type { RunEvent } from '../../core/runs/event.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { TestBench } from './runTests.ts';
import { readRequest } from './selection.ts';
import { StageReport } from './stageReport.ts';

/** Runs the tests as they stand in the learner's folder, edits and all. It grades nothing and records nothing. */
export async function runOwnCopies(request: TestRunRequest, signal: AbortSignal, bench: TestBench): Promise<void> {
  const { controller, tree, grading } = bench;
  grading.requireRunner();
  await tree.settled();
  const run = controller.createTestRun(request);
  try {
    for (const selection of readRequest(request, controller.items, tree)) {
      const { started } = selection;
      const stages = selection.stages ?? [currentStage(started.kata, await grading.passedIn(started))];
      for (const stage of stages) {
        if (signal.aborted) return;
        const report = new StageReport(run, tree, selection, stage);
        try {
          report.begin();
          for await (const event of runCopies(started, stage, bench, signal)) report.tellUngraded(event);
        } catch (error) {
          report.fail(toSentence(error));
        }
      }
    }
  } finally {
    run.end();
  }
}

async function* runCopies(
  started: StartedKata,
  stage: Stage,
  { grading }: TestBench,
  signal: AbortSignal,
): AsyncIterable<RunEvent> {
  const { kata, marker, folder } = started;
  const { language } = marker;
  const part = visibleTests(kata, language, stage);
  await grading.saveFilesOf(started);
  const files = await readVisibleFiles(kata, language, { learner: folder, content: grading.contentOf(kata) });
  const { limits } = kata.manifest;
  yield* grading.requireRunner().run({ language, files, tests: [part], ...(limits && { limits }) }, signal);
}
