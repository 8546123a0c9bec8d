import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { StartedKata } from '../../../src/vscode/library/kataLibrary.ts';
import type { Services } from '../../../src/vscode/services.ts';
import { CoverageCollector, type KataCoverage } from '../../../src/vscode/testing/coverage.ts';
import { eventually } from '../../support/eventually.ts';
import { activateKatapath, fileOf, solutionOf, startKata, testsIn, writeAnswer } from './practice.ts';

interface Stop {
  readonly file: string;
  readonly line: number;
}

/** The debugger gives a path on a desktop, and an address where VS Code runs in a browser. */
function toPath(source: string): string {
  return source.includes('://') ? vscode.Uri.parse(source).path : source;
}

describe('Debugging and coverage of a kata', () => {
  let services: Services;
  let started: StartedKata;

  before(async () => {
    services = await activateKatapath();
    started = await startKata(services, 'two-pointers-pair-sum', 'typescript', 'to debug');
  });

  it('stops at a breakpoint in the learner’s TypeScript, and grades nothing', async () => {
    const before = services.progress.events.length;
    await writeAnswer(
      started,
      [
        'enum Side { Left, Right }', // What Node cannot strip must not matter.
        'export function pairSum(numbers: readonly number[], target: number): [number, number] | null {',
        '  const sides: Side[] = [Side.Left, Side.Right];',
        '  return sides.length > numbers.length + target ? null : null;',
        '}',
        '',
      ].join('\n'),
    );
    const breakpoint = new vscode.SourceBreakpoint(new vscode.Location(fileOf(started), new vscode.Position(3, 0)));
    vscode.debug.addBreakpoints([breakpoint]);
    const stops: Stop[] = [];
    const tracking = vscode.debug.registerDebugAdapterTrackerFactory('*', {
      createDebugAdapterTracker: (session) => ({ onDidSendMessage: (message) => void onMessage(session, message) }),
    });
    async function onMessage(
      session: vscode.DebugSession,
      message: { event?: string; body?: { threadId?: number } },
    ): Promise<void> {
      if (message.event !== 'stopped') return;
      const threadId = message.body?.threadId;
      const { stackFrames } = await session.customRequest('stackTrace', { threadId, levels: 1 });
      stops.push({ file: toPath(stackFrames[0].source.path), line: stackFrames[0].line });
      await session.customRequest('continue', { threadId });
    }
    try {
      const tests = vscode.Uri.joinPath(started.uri, 'tests/implement.test.ts');
      await eventually('the tests stand in their file', async () => (await testsIn(tests)).length > 2);
      const editor = await vscode.window.showTextDocument(tests);
      const line = editor.document
        .getText()
        .split('\n')
        .findIndex((text) => text.includes('works with negative numbers'));
      editor.selection = new vscode.Selection(line, 4, line, 4);
      const ended = new Promise((resolve) => vscode.debug.onDidTerminateDebugSession(resolve));
      await vscode.commands.executeCommand('testing.debugAtCursor');
      await ended;
    } finally {
      tracking.dispose();
      vscode.debug.removeBreakpoints([breakpoint]);
    }
    assert.ok(stops.length >= 1, 'the debugger stopped');
    for (const stop of stops) assert.deepEqual(stop, { file: toPath(fileOf(started).fsPath), line: 4 });
    assert.ok(stops.length <= 4, `only the one test ran, which calls the code a few times, not ${stops.length} times`);
    assert.equal(services.progress.events.length, before);
  });

  it('shows which lines of the learner’s file the tests reached', async () => {
    // The editor that has the file open may be one text behind what another program wrote, and what was run.
    await vscode.window.showTextDocument(fileOf(started));
    const answer = `${await solutionOf(services, started)}\nexport function unused(): number {\n  return 42;\n}\n`;
    await writeAnswer(started, answer);
    const collector = new CoverageCollector();
    const signal = new AbortController().signal;
    for await (const event of services.grading.grade(started, 'implement', { signal, coverage: true }))
      if (event.kind === 'covered') collector.add(started.uri, event.coverage);
    const covered: vscode.FileCoverage[] = [];
    await collector.tell({
      addCoverage: (file: vscode.FileCoverage) => covered.push(file),
    } as unknown as vscode.TestRun);
    assert.equal(covered.length, 1);
    const file = covered[0] as KataCoverage;
    assert.equal(file.uri.toString(), fileOf(started).toString());
    assert.equal(file.statementCoverage.total - file.statementCoverage.covered, 1);
    const lines = answer.split('\n');
    const missed = file.statements.filter(({ executed }) => executed === 0);
    assert.deepEqual(
      missed.map(({ location }) => {
        const { start, end } = location as vscode.Range;
        return lines[start.line]!.slice(start.character, end.character);
      }),
      ['return 42;'],
    );
  });

  it('says how to get the debugger of a language whose extension is not there', async () => {
    const { requireDebugger } = await import('../../../src/vscode/testing/debugSession.ts');
    assert.throws(() => requireDebugger('python'), /Debugging Python needs the extension “Python Debugger”/);
    assert.throws(() => requireDebugger('cobol'), /no debugger for cobol/);
  });
});
