import { CodeLens, EventEmitter, Range, type CodeLensProvider, type Disposable, type TextDocument } from 'vscode';
import { referenceName } from '../../core/documents/features/references.ts';
import { successorsOf } from '../../core/documents/features/successors.ts';
import type { DocumentChecker } from './checker.ts';
import { readOpen } from './place.ts';

/** Whoever opens a record that no longer holds sees at its top which one does. */
export class SupersededLens implements CodeLensProvider {
  private readonly changed = new EventEmitter<void>();
  private readonly subscription: Disposable;
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly checker: DocumentChecker) {
    this.subscription = checker.onDidChangeFolders(() => this.changed.fire());
  }

  provideCodeLenses(text: TextDocument): CodeLens[] {
    const open = readOpen(this.checker, text);
    if (!open?.folder || !open.corpus) return [];
    const { document, folder, file, corpus } = open;
    const { line } = document.lines.toPosition(document.title?.headingRange.start ?? 0);
    return successorsOf(file, corpus).map((successor) => {
      const name = [referenceName(successor), successor.title].filter(Boolean).join(': ');
      return new CodeLens(new Range(line, 0, line, 0), {
        title: `Superseded by ${name}`,
        command: 'vscode.open',
        arguments: [folder.uriOf(successor.file)],
      });
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}
