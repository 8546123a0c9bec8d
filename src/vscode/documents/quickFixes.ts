import {
  CodeAction,
  CodeActionKind,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import type { DesignDocument } from '../../core/documents/index.ts';
import type { Problem } from '../../core/problem.ts';
import type { DocumentChecker } from './checker.ts';
import { toRange } from './convert.ts';
import { toDiagnostic } from './documentDiagnostic.ts';

/** Offers each problem's own fix, on the lines where the problem is. */
export class QuickFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  constructor(private readonly checker: DocumentChecker) {}

  provideCodeActions(document: TextDocument, range: Range, context: CodeActionContext): CodeAction[] {
    if (context.only && !context.only.intersects(CodeActionKind.QuickFix)) return [];
    const checked = this.checker.resultOf(document);
    if (!checked) return [];
    return checked.problems.flatMap((problem) => {
      const place = toRange(checked.document, problem.range);
      return problem.fix && place.intersection(range)
        ? [this.toAction(document, problem, problem.fix, checked.document)]
        : [];
    });
  }

  private toAction(
    document: TextDocument,
    problem: Problem,
    fix: NonNullable<Problem['fix']>,
    parsed: DesignDocument,
  ): CodeAction {
    const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
    action.diagnostics = [toDiagnostic(parsed, problem)];
    action.isPreferred = fix.kind === 'safe';
    action.edit = new WorkspaceEdit();
    for (const { range, text } of fix.edits) action.edit.replace(document.uri, toRange(parsed, range), text);
    return action;
  }
}
