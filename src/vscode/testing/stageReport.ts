import { Location, Position, TestMessage, TestMessageStackFrame, Uri, type TestItem, type TestRun } from 'vscode';
import { expectedNames } from '../../core/katas/grading/checkNames.ts';
import type { Stage } from '../../core/model/kata.ts';
import type { RunEvent, RunResult, SourcePlace, TestResult } from '../../core/runs/event.ts';
import type { StartedKata } from '../library/kataLibrary.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { Selection } from './selection.ts';
import type { TestTree } from './testTree.ts';

/** Passes on what one graded stage tells to VS Code's test run. */
export class StageReport {
  private readonly told = new Set<TestItem>();
  private current: TestItem | undefined;

  constructor(
    private readonly run: TestRun,
    private readonly tree: TestTree,
    private readonly selection: Selection,
    private readonly stage: Stage,
  ) {}

  begin(): void {
    const row = this.stageRow();
    if (row && this.selection.isWanted(row)) this.run.started(row);
  }

  tell(event: RunEvent): void {
    switch (event.kind) {
      case 'test-started': {
        this.current = this.row(event);
        if (this.current && this.selection.isWanted(this.current)) this.run.started(this.current);
        return;
      }
      case 'test-finished':
        this.tellTest(event.test);
        return;
      case 'output':
        this.run.appendOutput(toTerminal(event.text), undefined, this.current);
        return;
      case 'covered':
        return;
      case 'finished':
        this.tellVerdict(event.result);
        return;
    }
  }

  /** A run that grades nothing, of the files as they stand in the folder: its tests are shown, its verdict is nobody's. */
  tellUngraded(event: RunEvent): void {
    if (event.kind !== 'finished') return this.tell(event);
    const { verdict, tests, summary } = event.result;
    const couldNotRun = verdict !== 'passed' && tests.every(({ outcome }) => outcome !== 'failed');
    if (couldNotRun && verdict !== 'cancelled') this.tellTrouble(toMessages(event.result, this.selection.started));
    this.run.appendOutput(toTerminal(`${summary}\nThis run graded nothing: run the tests when you are done.\n`));
  }

  /** The stage could not be graded for a reason outside the kata: said on its row. */
  fail(sentence: string): void {
    this.tellTrouble([new TestMessage(sentence)]);
  }

  private tellTest(test: TestResult): void {
    const item = this.row(test);
    if (!item || !this.selection.isWanted(item)) return;
    this.told.add(item);
    if (test.outcome === 'skipped') this.run.skipped(item);
    else if (test.outcome === 'passed') this.run.passed(item, test.durationMs);
    else this.run.failed(item, toMessage(test, item, this.selection.started), test.durationMs);
  }

  private tellVerdict(result: RunResult): void {
    const { verdict, summary, next, durationMs, testsEdited = [] } = result;
    const { kata } = this.selection.started;
    this.run.appendOutput(toTerminal(`${kata.manifest.title} · ${this.stage.title}: ${summary}\n${next}\n`));
    if (testsEdited.length > 0) this.run.appendOutput(toTerminal(`${editedSentence(testsEdited)}\n`));
    const row = this.stageRow();
    if (verdict === 'passed') {
      if (row && this.selection.isWanted(row)) this.run.passed(row, durationMs);
    } else if (verdict === 'cancelled') {
      if (row) this.run.skipped(row);
    } else if (verdict === 'failed') {
      if (this.hasMoreToSay(result)) this.tellTrouble(toMessages(result, this.selection.started), 'failed');
    } else this.tellTrouble(toMessages(result, this.selection.started));
    this.forgetRemovedTests(result);
  }

  /** On the stage's row, and on each test that was asked for by itself and did not get to run. */
  private tellTrouble(messages: readonly TestMessage[], how: 'failed' | 'errored' = 'errored'): void {
    const row = this.stageRow();
    if (!row) return;
    this.run[how](row, messages);
    if (this.selection.isWanted(row)) return;
    for (const item of this.tree.rowsOf(row)) {
      if (this.selection.isWanted(item) && item.children.size === 0 && !this.told.has(item))
        this.run[how](item, messages);
    }
  }

  /** Rows of tests the learner wrote and has since renamed or removed, and of problems of a document that are mended. */
  private forgetRemovedTests({ verdict, tests }: RunResult): void {
    if (verdict !== 'passed' && verdict !== 'failed') return;
    const { started } = this.selection;
    const { kata, marker } = started;
    for (const stage of kata.manifest.stages) {
      const reported = tests.filter((test) => test.stage === stage.id).map(({ name }) => name);
      const isOwn = lookUp(kata.manifest.tracks, marker.language)?.stages[stage.id]?.learnerTests !== undefined;
      const isDocument = stage.kind === 'document' && reported.length > 0;
      if (isOwn && stage === this.stage) this.tree.keepTests(started, stage, reported);
      else if (isDocument)
        this.tree.keepTests(started, stage, [...expectedNames(kata, marker.language, stage), ...reported]);
    }
  }

  /** Whether a failure is more than what its tests already show. */
  private hasMoreToSay({ tests, places, stage }: RunResult): boolean {
    const isRegression = stage !== this.stage.id;
    return isRegression || places.length > 0 || tests.every(({ outcome }) => outcome !== 'failed');
  }

  private stageRow(): TestItem | undefined {
    return this.tree.stageItem(this.selection.started, this.stage.id);
  }

  private row({ name, stage }: { name: string; stage: string }): TestItem | undefined {
    const { started } = this.selection;
    const found = started.kata.manifest.stages.find(({ id }) => id === stage);
    return found && this.tree.testItem(started, found, name);
  }
}

function toMessage({ failure, place }: TestResult, item: TestItem, started: StartedKata): TestMessage {
  const { message, expected, actual, stack } = failure ?? { message: 'The test failed.', stack: [] };
  const hasBoth = expected !== undefined && actual !== undefined;
  const test = hasBoth ? TestMessage.diff(message, expected, actual) : new TestMessage(message);
  // Not the helper that compares, but the line of the test that called it: the outermost one in the test's file.
  const inTest = stack.findLast(({ file }) => toUri(started, file).toString() === item.uri?.toString());
  const at = inTest ?? place ?? stack[0];
  if (at) test.location = toLocation(started, at);
  else if (item.uri && item.range) test.location = new Location(item.uri, item.range);
  // Offers “Show What Happened” on the message.
  if (failure?.details !== undefined) test.contextValue = 'hasDetails';
  if (stack.length > 0) test.stackTrace = stack.map((frame) => toFrame(started, frame));
  return test;
}

/** What happened and what to do, at each place of the learner's files that has a part in it. */
function toMessages({ summary, next, places }: RunResult, started: StartedKata): TestMessage[] {
  if (places.length === 0) return [new TestMessage(`${summary}\n\n${next}`)];
  return places.map((place) => {
    const message = new TestMessage(`${place.message}\n\n${next}`);
    message.location = toLocation(started, place);
    return message;
  });
}

function toFrame(started: StartedKata, frame: SourcePlace): TestMessageStackFrame {
  return new TestMessageStackFrame(`${frame.file}:${frame.line}`, toUri(started, frame.file), toPosition(frame));
}

function toLocation(started: StartedKata, place: SourcePlace): Location {
  return new Location(toUri(started, place.file), toPosition(place));
}

const toUri = ({ uri }: StartedKata, file: string) => Uri.joinPath(uri, file);
const toPosition = ({ line, column = 1 }: SourcePlace) => new Position(Math.max(0, line - 1), Math.max(0, column - 1));

/** A test run's output goes to a terminal, which wants both characters of a line's end. */
const toTerminal = (text: string) => text.replace(/\r?\n/g, '\r\n');

function editedSentence(files: readonly string[]): string {
  const names = files.map((file) => `“${file}”`).join(', ');
  return `${names} ${files.length === 1 ? 'differs' : 'differ'} from the kata’s own; the kata’s own graded this run.`;
}
