import {
  CodeAction,
  CodeActionKind,
  type CodeActionContext,
  type CodeActionProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import type { DocumentChecker } from './checker.ts';
import { toDiagnostic } from './documentDiagnostic.ts';
import { problemsToFix } from './place.ts';

/** The rules that find a number given twice: here, and on another branch. */
const givenTwice = new Set(['KP701', 'KP702']);

/** Where a number was given twice, offers to give this document another one; what changes is shown before it happens. */
export class RenumberFix implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  constructor(private readonly checker: DocumentChecker) {}

  provideCodeActions(text: TextDocument, range: Range, context: CodeActionContext): CodeAction[] {
    const here = problemsToFix(this.checker, text, range, context);
    const found = here?.problems.filter(({ code }) => givenTwice.has(code)) ?? [];
    if (!here || found.length === 0) return [];
    const action = new CodeAction('Give this document another number…', CodeActionKind.QuickFix);
    action.diagnostics = found.map((problem) => toDiagnostic(here.document, problem));
    action.command = { command: 'katapath.renumberDocument', title: action.title, arguments: [text.uri] };
    return [action];
  }
}
