import { EventEmitter, type Disposable, type Uri } from 'vscode';
import { EDITOR_BUDGET, within } from '../../../core/budget.ts';
import type { ProblemCount } from '../../../core/documents/features/documentTree.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Checked, DocumentChecker } from '../checker.ts';
import type { FolderDocuments } from '../folderDocuments.ts';
import { Turns } from '../turns.ts';

/** Changes come in bursts: a checkout, a save, a supersession. One count follows them. */
const restMs = 500;
/** Of a large workspace, the rows show what is counted so far after this many documents. */
const shownAfter = 1_000;

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
      checker.onDidCheck(({ uri, result }) => this.countOpen(uri, result)),
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

  /** A check of an open document has its count already; only what concerns the others has them counted anew. */
  private countOpen(uri: Uri, { detection, problems }: Checked): void {
    if (this.isWatched && this.put(uri.toString(), detection && toCount(problems))) this.changed.fire();
  }

  private async countAll(round: number): Promise<void> {
    const turns = new Turns();
    let counted = 0;
    let isChanged = false;
    for (const folder of this.checker.allFolders) {
      for (const { file } of folder.library.corpus.entries) {
        const text = await folder.textOf(file);
        if (this.round !== round) return;
        const check = (words: string) => within(EDITOR_BUDGET, () => folder.library.check(file, words));
        const count = text === undefined ? undefined : toCount(check(text).problems);
        isChanged = this.put(folder.uriOf(file).toString(), count) || isChanged;
        if (isChanged && (counted += 1) % shownAfter === 0) this.changed.fire();
        await turns.give();
        if (this.round !== round) return;
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
