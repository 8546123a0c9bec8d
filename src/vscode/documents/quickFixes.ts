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
import { problemsToFix } from './place.ts';
import { toRange } from './convert.ts';
import { toDiagnostic } from './documentDiagnostic.ts';

/** Offers each problem's own fix, on the lines where the problem is. */
export class QuickFixes implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  constructor(private readonly checker: DocumentChecker) {}

  provideCodeActions(text: TextDocument, range: Range, context: CodeActionContext): CodeAction[] {
    const here = problemsToFix(this.checker, text, range, context);
    if (!here) return [];
    return here.problems.flatMap((problem) =>
      problem.fix ? [this.toAction(text, problem, problem.fix, here.document)] : [],
    );
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
