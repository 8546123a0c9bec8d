import {
  CodeAction,
  CodeActionKind,
  SnippetString,
  SnippetTextEdit,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import { suppressHere } from '../../core/documents/features/suppress.ts';
import type { DocumentChecker } from './checker.ts';
import { problemsToFix } from './place.ts';
import { toRange } from './convert.ts';
import { toDiagnostic } from './documentDiagnostic.ts';

/** What the engine itself reports; a comment cannot silence it. */
const notSuppressible = /^KP(?:30[0]|9\d\d)$/;

/** Offers to silence a rule where it speaks, and waits for the reason. */
export class Suppressions implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  constructor(private readonly checker: DocumentChecker) {}

  provideCodeActions(text: TextDocument, range: Range, context: CodeActionContext): CodeAction[] {
    const here = problemsToFix(this.checker, text, range, context);
    if (!here) return [];
    const { document, problems } = here;
    return problems
      .filter(({ code }) => !notSuppressible.test(code))
      .map((problem) => {
        const { offset, before, reason, after } = suppressHere(document, problem.code, problem.range.start);
        const action = new CodeAction(`Silence ${problem.code} here, with a reason`, CodeActionKind.QuickFix);
        action.diagnostics = [toDiagnostic(document, problem)];
        action.edit = new WorkspaceEdit();
        const snippet = new SnippetString().appendText(before).appendPlaceholder(reason).appendText(after);
        const place = toRange(document, { start: offset, end: offset });
        action.edit.set(text.uri, [SnippetTextEdit.replace(place, snippet)]);
        return action;
      });
  }
}
