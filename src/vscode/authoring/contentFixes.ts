import {
  CodeAction,
  CodeActionKind,
  Range,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type TextDocument,
} from 'vscode';
import type { KataChecker } from './kataChecker.ts';

/** Quick fixes for what is wrong with a kata's texts. */
export class ContentFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  constructor(private readonly checker: KataChecker) {}

  provideCodeActions(document: TextDocument, range: Range, _context: CodeActionContext): CodeAction[] {
    return this.checker.shownFor(document.uri).flatMap((diagnostic) => {
      const offered = this.checker.fixOf(diagnostic);
      // Offsets of an older version would edit the wrong words.
      if (!offered || offered.version !== document.version || !diagnostic.range.intersection(range)) return [];
      const action = new CodeAction(offered.fix.title, CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      action.isPreferred = offered.fix.kind === 'safe';
      action.edit = new WorkspaceEdit();
      for (const { range: place, text } of offered.fix.edits)
        action.edit.replace(
          document.uri,
          new Range(document.positionAt(place.start), document.positionAt(place.end)),
          text,
        );
      return [action];
    });
  }
}
