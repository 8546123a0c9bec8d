import { window, type Disposable, type TestItem, type TestMessage } from 'vscode';
import { withPictures } from '../../core/diagrams/withPictures.ts';
import type { TestResult } from '../../core/runs/event.ts';
import { suiteSeparator } from '../../core/runs/testNames.ts';
import { chooseKata } from '../rows/chooseKata.ts';
import type { Services } from '../services.ts';

/** What the menu of a test's message passes on. */
interface MessageArgument {
  readonly test: TestItem;
  readonly message: TestMessage;
}

/**
 * “Show What Happened”: the account that a failed test gave of itself, with its sequence diagram, in a preview beside
 * the code. From the message of a failed test, or for the first one of the latest run.
 */
export function registerWhatHappened({ catalog, grading, katas, pages, registerCommand }: Services): Disposable {
  /** The failed tests of the latest run of each folder. */
  const latest = new Map<string, readonly TestResult[]>();
  const subscription = grading.onDidGrade(({ started, result }) => {
    latest.set(
      started.uri.toString(),
      result.tests.filter(({ failure }) => failure?.details !== undefined),
    );
  });
  const command = registerCommand('katapath.showWhatHappened', async (argument?: MessageArgument) => {
    const uri = argument?.test.uri;
    const started = uri ? await katas.of(uri) : await chooseKata({ catalog, katas }, undefined);
    if (!started) return;
    const failed = latest.get(started.uri.toString()) ?? [];
    const test = failed.find(({ name }) => name === argument?.test.id) ?? failed[0];
    if (!test) {
      void window.showInformationMessage('No failed test of the latest run has a longer account of what happened.');
      return;
    }
    // Of the full name the test's own: the last part.
    const title = test.name
      .split(suiteSeparator)
      .at(-1)!
      .replaceAll(/[\\/:*?"<>|]+/g, ' ')
      .slice(0, 60)
      .trim();
    const text = withPictures(test.failure!.details!);
    await pages.showMarkdown(`/runs/${started.kata.manifest.id}/${title}.md`, text, { beside: true });
  });
  return { dispose: () => [subscription, command].forEach((each) => void each.dispose()) };
}
