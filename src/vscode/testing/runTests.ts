import type { TestController, TestRun, TestRunRequest } from 'vscode';
import { toSentence } from '../../core/errors.ts';
import { stagesToRun } from '../../core/katas/session/stages.ts';
import type { Stage } from '../../core/model/kata.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import type { KataGrading } from '../library/kataGrading.ts';
import type { CoverageCollector } from './coverage.ts';
import { readRequest, type Selection } from './selection.ts';
import { toSignal } from './signal.ts';
import { StageReport } from './stageReport.ts';
import { descendants, type TestTree } from './testTree.ts';

export interface TestBench {
  readonly controller: TestController;
  readonly tree: TestTree;
  readonly grading: KataGrading;
}

/** One run of the Testing view: kata after kata, stage after stage, each graded and recorded as it goes. */
export async function runTests(
  request: TestRunRequest,
  signal: AbortSignal,
  bench: TestBench,
  coverage?: CoverageCollector,
): Promise<void> {
  const { controller, tree, grading } = bench;
  // Nothing is shown as running where nothing can run.
  grading.requireRunner();
  await tree.settled();
  const run = controller.createTestRun(request);
  const stop = AbortSignal.any([signal, toSignal(run.token)]);
  try {
    for (const selection of readRequest(request, controller.items, tree)) {
      if (stop.aborted) break;
      await grading.asOneRun(selection.started, () => runKata(run, selection, bench, { signal: stop, coverage }));
    }
    await coverage?.tell(run);
  } finally {
    run.end();
  }
}

interface Manner {
  readonly signal: AbortSignal;
  readonly coverage: CoverageCollector | undefined;
}

async function runKata(run: TestRun, selection: Selection, bench: TestBench, manner: Manner): Promise<void> {
  const { grading, tree } = bench;
  const { started } = selection;
  const isWhole = selection.stages === undefined;
  const stages = selection.stages ?? stagesToRun(started.kata, await grading.passedIn(started));
  for (const stage of stages) enqueue(run, selection, stage, tree);
  for (const stage of stages) {
    const verdict = await runStage(run, selection, stage, bench, manner);
    if (manner.signal.aborted || (isWhole && verdict !== 'passed')) break;
  }
}

/** Undefined when the stage could not be graded at all. */
async function runStage(
  run: TestRun,
  selection: Selection,
  stage: Stage,
  { grading, tree }: TestBench,
  { signal, coverage }: Manner,
): Promise<Verdict | undefined> {
  const report = new StageReport(run, tree, selection, stage);
  let verdict: Verdict | undefined;
  report.begin();
  try {
    for await (const event of grading.grade(selection.started, stage.id, {
      signal,
      coverage: coverage !== undefined,
    })) {
      report.tell(event);
      if (event.kind === 'covered') coverage?.add(selection.started.uri, event.coverage);
      if (event.kind === 'finished') verdict = event.result.verdict;
    }
  } catch (error) {
    // Trouble of one kata stands on its row; the others still run.
    report.fail(toSentence(error));
  }
  return verdict;
}

function enqueue(run: TestRun, selection: Selection, stage: Stage, tree: TestTree): void {
  const row = tree.stageItem(selection.started, stage.id);
  if (!row) return;
  for (const item of [row, ...descendants(row)]) if (selection.isWanted(item)) run.enqueued(item);
}
