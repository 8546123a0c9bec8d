import { EventEmitter, workspace, type Uri } from 'vscode';
import { HumanError } from '../../core/errors.ts';
import type { Attempt, GradedRun } from '../../core/katas/attempts/attempt.ts';
import type { AttemptStore } from '../../core/katas/attempts/store.ts';
import type { Kata } from '../../core/model/kata.ts';
import type { KataShelf } from '../../core/katas/shelf.ts';
import { gradeStarted } from '../../core/session/gradeStarted.ts';
import { passedStages } from '../../core/katas/session/stages.ts';
import type { Folder } from '../../core/ports.ts';
import type { ProgressStore } from '../../core/progress/store.ts';
import type { RunEvent, RunResult } from '../../core/runs/event.ts';
import type { TestRunner } from '../../core/runs/runner.ts';
import { requireTrust } from '../shared/commands.ts';
import type { StartedKata } from './kataLibrary.ts';

/** A verdict, the moment it is there. */
export interface Graded {
  readonly started: StartedKata;
  /** The stage that was asked for; `result.stage` is the one that decided. */
  readonly stage: string;
  readonly result: RunResult;
}

export interface GradingParts {
  readonly shelf: KataShelf;
  readonly attempts: AttemptStore;
  readonly progress: ProgressStore;
  readonly runners: { readonly tests: TestRunner } | undefined;
  newId(): string;
}

/** Grades started katas, one after the other, and tells everyone who shows a verdict. */
export class KataGrading {
  private readonly graded = new EventEmitter<Graded>();
  private readonly runningChanged = new EventEmitter<void>();
  /** How many runs of a folder are going on. */
  private readonly running = new Map<string, number>();
  /** Fires when a run begins, and when it ends, in whatever way. */
  readonly onDidChangeRunning = this.runningChanged.event;
  readonly onDidGrade = this.graded.event;

  constructor(private readonly parts: GradingParts) {}

  /** @throws HumanError when katas cannot run here at all: Restricted Mode, or a host without processes. */
  requireRunner(): TestRunner {
    requireTrust('runs katas');
    if (this.parts.runners) return this.parts.runners.tests;
    throw new HumanError('Katas cannot run in a browser: no program can be started here.', {
      next: 'Open this folder in VS Code on a computer, in a codespace or over SSH; the brief, the documents and your progress work here.',
    });
  }

  /**
   * Grades one stage, from what is on disk once the kata's open files are saved, and records the attempt.
   *
   * @throws HumanError as `requireRunner`; when a file cannot be saved; when the folder is gone.
   */
  async *grade(
    started: StartedKata,
    stage: string,
    { signal, coverage = false }: { signal: AbortSignal; coverage?: boolean },
  ): AsyncIterable<RunEvent> {
    const runner = this.requireRunner();
    const { attempts, progress, newId } = this.parts;
    const { kata, marker, folder, uri } = started;
    const host = { content: this.contentOf(kata), runner, attempts, progress, clock: Date.now, newId };
    this.count(uri, 1);
    try {
      await this.saveFilesOf(started);
      await requireFolder(started);
      for await (const event of gradeStarted({ kata, marker, learner: folder, stage, signal, coverage }, host)) {
        yield event;
        if (event.kind === 'finished') this.graded.fire({ started, stage, result: event.result });
      }
    } finally {
      this.count(uri, -1);
    }
  }

  /** The kata's own files, with the pristine tests. */
  contentOf({ manifest }: Kata): Folder {
    return this.parts.shelf.contentOf(manifest.id);
  }

  /** A run sees what the learner sees: unsaved edits are saved first, as VS Code does for its own test runs. */
  async saveFilesOf({ uri, kata }: StartedKata): Promise<void> {
    for (const document of workspace.textDocuments) {
      if (!document.isDirty || !isInside(document.uri, uri)) continue;
      if (await document.save()) continue;
      const name = workspace.asRelativePath(document.uri);
      throw new HumanError(`“${name}” could not be saved, so “${kata.manifest.title}” was not run.`, {
        next: 'Save it yourself: VS Code says what stands in the way. Then run again.',
      });
    }
  }

  /** A run of several stages is one run: `isRunning` holds between them, too. */
  async asOneRun({ uri }: StartedKata, run: () => Promise<void>): Promise<void> {
    this.count(uri, 1);
    try {
      await run();
    } finally {
      this.count(uri, -1);
    }
  }

  isRunning({ uri }: StartedKata): boolean {
    return this.running.has(uri.toString());
  }

  /** The stages this folder has passed at the kata's present version. */
  async passedIn({ kata, marker }: StartedKata): Promise<ReadonlySet<string>> {
    return passedStages(kata, await this.parts.attempts.list(marker.instance));
  }

  /** The latest graded run of this folder, today or long ago. */
  async latestOf({ marker }: StartedKata): Promise<(GradedRun & Attempt) | undefined> {
    return (await this.parts.attempts.list(marker.instance)).findLast((attempt) => attempt.kind === 'graded');
  }

  private count(uri: Uri, step: 1 | -1): void {
    const key = uri.toString();
    const count = (this.running.get(key) ?? 0) + step;
    if (count > 0) this.running.set(key, count);
    else this.running.delete(key);
    this.runningChanged.fire();
  }

  dispose(): void {
    this.graded.dispose();
    this.runningChanged.dispose();
  }
}

async function requireFolder({ uri, kata, folder }: StartedKata): Promise<void> {
  if ((await folder.list('')).length > 0) return;
  throw new HumanError(`The folder of “${kata.manifest.title}” is gone: ${workspace.asRelativePath(uri)}.`, {
    next: 'Restore it, or start the kata again; what you passed stays passed.',
  });
}

/** Whether a file stands in a folder. */
export function isInside(file: Uri, folder: Uri): boolean {
  return (
    file.scheme === folder.scheme && file.authority === folder.authority && file.path.startsWith(`${folder.path}/`)
  );
}
