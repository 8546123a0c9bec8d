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
import { toRange } from './convert.ts';
import { toDiagnostic } from './documentDiagnostic.ts';

/** What the engine itself reports; a comment cannot silence it. */
const notSuppressible = /^KP(?:30[0]|9\d\d)$/;

/** Offers to silence a rule where it speaks, and waits for the reason. */
export class Suppressions implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  constructor(private readonly checker: DocumentChecker) {}

  provideCodeActions(text: TextDocument, range: Range, context: CodeActionContext): CodeAction[] {
    if (context.only && !context.only.intersects(CodeActionKind.QuickFix)) return [];
    const checked = this.checker.resultOf(text);
    if (!checked) return [];
    const { document, problems } = checked;
    return problems
      .filter(({ code, range: place }) => !notSuppressible.test(code) && toRange(document, place).intersection(range))
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
