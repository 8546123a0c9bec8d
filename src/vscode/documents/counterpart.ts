import {
  CodeAction,
  CodeActionKind,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import { supersede } from '../../core/documents/features/lifecycle.ts';
import { parseDocument, summarise } from '../../core/documents/index.ts';
import type { Problem, TextEdit } from '../../core/problem.ts';
import type { DocumentChecker } from './checker.ts';
import { toRange } from './convert.ts';
import { toDiagnostic } from './documentDiagnostic.ts';
import { problemsToFix, readOpen, type OpenDocument } from './place.ts';

/** The rule whose mend belongs into the other record. */
const oneSided = 'KP603';

/** Where one record says that it supersedes another, offers to say so in the other one too, in that one's own form. */
export class CounterpartFix implements CodeActionProvider {
  static readonly kinds = [CodeActionKind.QuickFix];

  constructor(private readonly checker: DocumentChecker) {}

  async provideCodeActions(text: TextDocument, range: Range, context: CodeActionContext): Promise<CodeAction[]> {
    const here = problemsToFix(this.checker, text, range, context);
    const open = readOpen(this.checker, text);
    if (!here || !open) return [];
    const ours = here.problems.filter(({ code }) => code === oneSided);
    const actions = await Promise.all(ours.map((problem) => this.toAction(open, problem)));
    return actions.flatMap((action) => action ?? []);
  }

  private async toAction(open: OpenDocument, problem: Problem): Promise<CodeAction | undefined> {
    const { folder, document, file, profile, corpus } = open;
    const other = problem.related?.[0]?.file;
    const theirs = other === undefined ? undefined : corpus?.entry(other);
    const text = other === undefined ? undefined : await folder?.textOf(other);
    const theirProfile = folder?.profiles.find(({ id }) => id === theirs?.profile);
    if (!folder || !profile || !theirs || text === undefined || !theirProfile) return undefined;
    const entry = summarise(document, file, profile);
    const own = { document, entry, profile };
    const target = { document: parseDocument(text), entry: theirs, profile: theirProfile };
    const isSuperseded = entry.relations.some(
      ({ kind, range }) => kind === 'superseded-by' && range.start === problem.range.start,
    );
    const older = isSuperseded ? own : target;
    // A record without a status has no place where the way on could be said.
    if (!older.document.metadata.status) return undefined;
    const both = supersede(older, isSuperseded ? target : own);
    const edits: readonly TextEdit[] = isSuperseded ? both.newer : both.older;
    const action = new CodeAction(`Say so in "${theirs.title}" too`, CodeActionKind.QuickFix);
    action.diagnostics = [toDiagnostic(document, problem)];
    action.isPreferred = true;
    action.edit = new WorkspaceEdit();
    for (const { range, text: words } of edits)
      action.edit.replace(folder.uriOf(theirs.file), toRange(target.document, range), words);
    return action;
  }
}
