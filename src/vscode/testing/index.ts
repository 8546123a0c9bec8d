import {
  Disposable,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  workspace,
  type CancellationToken,
  type ExtensionContext,
} from 'vscode';
import { KataFolderGone } from '../../core/katas/folder/lifecycle.ts';
import { report } from '../shared/commands.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import type { Services } from '../services.ts';
import { CoverageCollector, KataCoverage } from './coverage.ts';
import { debugTests } from './debugTests.ts';
import { chooseKata, type KataArgument } from '../rows/chooseKata.ts';
import { keepWarm } from './keepWarm.ts';
import { runOnSave } from './onSave.ts';
import { runOwnCopies } from './runOwnCopies.ts';
import { runTests, type TestBench } from './runTests.ts';
import { readRequest } from './selection.ts';
import { toSignal } from './signal.ts';
import { TestTree } from './testTree.ts';

/** Katas in the Testing view: their tests as rows and as icons in the editor, and the ways to run them. */
export function registerTesting(services: Services, _context: ExtensionContext): Disposable {
  const { catalog, katas, grading, log, registerCommand } = services;
  const controller = tests.createTestController('katapath', 'Katapath');
  const tree = new TestTree(controller, catalog, katas, log);
  const bench: TestBench = { controller, tree, grading };

  const run = (request: TestRunRequest, signal: AbortSignal) =>
    runTests(request, signal, bench).catch((error: unknown) => report(error, log));

  /** A run that nobody started in the Testing view leaves the focus where the person works. */
  async function runQuietly(started: StartedKata, signal: AbortSignal): Promise<void> {
    await tree.settled();
    // It was found a moment ago, and its row may still be missing: nobody should press "Run" and see nothing.
    if (!tree.kataItem(started)) await tree.update();
    const item = tree.kataItem(started);
    if (!item) throw new KataFolderGone(started.kata.manifest.title);
    await run(new TestRunRequest([item], undefined, profile, false, true), signal);
  }

  /** Until the person ends it, every save of a kata that the request holds runs the request's part for that kata. */
  function runContinuously(request: TestRunRequest, token: CancellationToken): void {
    const holds = (started: StartedKata) =>
      readRequest(request, controller.items, tree).some(
        (selection) => selection.started.uri.toString() === started.uri.toString(),
      );
    const watch = runOnSave({ katas, grading, isWanted: holds, run: (_, signal) => run(request, signal) });
    token.onCancellationRequested(() => watch.dispose());
  }

  const profile = controller.createRunProfile(
    'Run',
    TestRunProfileKind.Run,
    (request, token) => (request.continuous ? runContinuously(request, token) : run(request, toSignal(token))),
    true,
    undefined,
    true,
  );

  const copiesProfile = controller.createRunProfile(
    'Run Your Copy of the Tests (Ungraded)',
    TestRunProfileKind.Run,
    (request, token) => runOwnCopies(request, toSignal(token), bench).catch((error: unknown) => report(error, log)),
  );
  const debugProfile = controller.createRunProfile('Debug', TestRunProfileKind.Debug, (request, token) =>
    debugTests(request, toSignal(token), bench, services).catch((error: unknown) => report(error, log)),
  );
  const coverageProfile = controller.createRunProfile('Coverage', TestRunProfileKind.Coverage, (request, token) =>
    runTests(request, toSignal(token), bench, new CoverageCollector()).catch((error: unknown) => report(error, log)),
  );
  coverageProfile.loadDetailedCoverage = async (_run, file) =>
    file instanceof KataCoverage ? [...file.statements] : [];

  controller.refreshHandler = () => {
    katas.refresh();
    return tree.update();
  };
  void tree.update();

  return Disposable.from(
    controller,
    tree,
    profile,
    copiesProfile,
    debugProfile,
    coverageProfile,
    keepWarm(services),
    registerCommand('katapath.runKata', async (argument: KataArgument) => {
      grading.requireRunner();
      const started = await chooseKata(services, argument);
      if (started) await runQuietly(started, new AbortController().signal);
    }),
    runOnSave({
      katas,
      grading,
      isWanted: ({ uri }) => workspace.isTrusted && workspace.getConfiguration('katapath', uri).get('runOnSave', false),
      run: (started, signal) => runQuietly(started, signal).catch((error: unknown) => report(error, log)),
    }),
  );
}
