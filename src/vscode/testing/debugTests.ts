import type { TestRunRequest } from 'vscode';
import { HumanError, toSentence } from '../../core/errors.ts';
import type { Stage } from '../../core/model/kata.ts';
import { currentStage } from '../../core/katas/session/stages.ts';
import { readVisibleFiles, visibleTests } from '../../core/katas/session/visibleFiles.ts';
import type { DebugLaunch } from '../../core/runs/debug.ts';
import type { Services } from '../services.ts';
import { requireDebugger, runDebugSession } from './debugSession.ts';
import type { TestBench } from './runTests.ts';
import { readRequest, type Selection } from './selection.ts';
import { StageReport } from './stageReport.ts';
import { descendants } from './testTree.ts';

/**
 * Runs tests under the editor's own debugger, from the files as they stand in the learner's folder, so that breakpoints
 * hold in the code and in the visible tests alike. It grades nothing: no attempt is recorded, no stage passes.
 */
export async function debugTests(
  request: TestRunRequest,
  signal: AbortSignal,
  bench: TestBench,
  services: Services,
): Promise<void> {
  const { controller, tree, grading } = bench;
  grading.requireRunner();
  await tree.settled();
  const run = controller.createTestRun(request);
  try {
    for (const selection of readRequest(request, controller.items, tree)) {
      const stages = selection.stages ?? [
        currentStage(selection.started.kata, await grading.passedIn(selection.started)),
      ];
      for (const stage of stages) {
        if (signal.aborted) return;
        const report = new StageReport(run, tree, selection, stage);
        try {
          const launch = await prepare(selection, stage, bench, services);
          try {
            report.begin();
            await runDebugSession(selection.started, launch, { run, signal });
            for await (const event of launch.readEvents()) report.tellUngraded(event);
          } finally {
            await launch.dispose();
          }
        } catch (error) {
          report.fail(toSentence(error));
        }
      }
    }
  } finally {
    run.end();
  }
}

async function prepare(
  selection: Selection,
  stage: Stage,
  { tree, grading }: TestBench,
  services: Services,
): Promise<DebugLaunch> {
  const { started } = selection;
  const { kata, marker, folder, uri } = started;
  if (uri.scheme !== 'file')
    throw new HumanError('A debugger needs files on a disk, and this folder has none.', {
      next: 'Copy the kata to a folder on disk, or run the tests instead.',
    });
  requireDebugger(marker.language);
  const part = visibleTests(kata, marker.language, stage);
  await grading.saveFilesOf(started);
  const files = await readVisibleFiles(kata, marker.language, { learner: folder, content: grading.contentOf(kata) });
  const only = namesOf(selection, stage, tree);
  return services.runners!.prepareDebug({
    language: marker.language,
    root: uri.fsPath,
    files,
    tests: [part],
    ...(only && { only }),
  });
}

/** The tests asked for by themselves; undefined when the whole stage was. */
function namesOf(
  { started, isWanted }: Selection,
  stage: Stage,
  tree: TestBench['tree'],
): readonly string[] | undefined {
  const row = tree.stageItem(started, stage.id);
  if (!row || isWanted(row)) return undefined;
  return [...descendants(row)].filter((item) => item.children.size === 0 && isWanted(item)).map(({ id }) => id);
}
