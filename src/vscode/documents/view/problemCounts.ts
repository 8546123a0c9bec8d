import type { Disposable } from 'vscode';
import { EventEmitter } from 'vscode';
import type { ProblemCount } from '../../../core/documents/features/documentTree.ts';
import type { Problem } from '../../../core/problem.ts';
import type { DocumentChecker } from '../checker.ts';
import type { FolderDocuments } from '../folderDocuments.ts';

/** How long counting may go on before the editor gets its turn. */
const sliceMs = 12;
/** Changes come in bursts: a checkout, a save, a supersession. One count follows them. */
const restMs = 500;
/** More documents than this, and only those that are open are counted. */
const most = 2_000;

/** What is wrong with each document of the workspace, counted in the background while someone looks. */
export class ProblemCounts {
  private readonly changed = new EventEmitter<void>();
  private readonly counts = new Map<string, ProblemCount>();
  private readonly subscriptions: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private round = 0;
  private isWatched = false;
  readonly onDidChange = this.changed.event;

  constructor(private readonly checker: DocumentChecker) {
    this.subscriptions = [
      checker.onDidChangeFolders(() => this.countSoon()),
      checker.onDidCheck(() => this.countSoon()),
    ];
  }

  of(folder: FolderDocuments, file: string): ProblemCount | undefined {
    return this.counts.get(folder.uriOf(file).toString());
  }

  /** Counts only while the view is there to show it. */
  watch(isVisible: boolean): void {
    this.isWatched = isVisible;
    if (isVisible) this.countSoon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.round = -1;
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }

  private countSoon(): void {
    clearTimeout(this.timer);
    if (this.isWatched) this.timer = setTimeout(() => void this.countAll((this.round += 1)), restMs);
  }

  private async countAll(round: number): Promise<void> {
    let since = Date.now();
    let isChanged = false;
    for (const folder of this.checker.allFolders) {
      const { entries } = folder.library.corpus;
      for (const { file } of entries.slice(0, most)) {
        const text = await folder.textOf(file);
        if (this.round !== round) return;
        const count = text === undefined ? undefined : toCount(folder.library.check(file, text).problems);
        isChanged = this.put(folder.uriOf(file).toString(), count) || isChanged;
        if (Date.now() - since > sliceMs) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          if (this.round !== round) return;
          since = Date.now();
        }
      }
    }
    if (isChanged) this.changed.fire();
  }

  private put(key: string, count: ProblemCount | undefined): boolean {
    const before = this.counts.get(key);
    if (count) this.counts.set(key, count);
    else this.counts.delete(key);
    return before?.errors !== count?.errors || before?.warnings !== count?.warnings;
  }
}

function toCount(problems: readonly Problem[]): ProblemCount {
  const count = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  return { errors: count('error'), warnings: count('warning') };
}
