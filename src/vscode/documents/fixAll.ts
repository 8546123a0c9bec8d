import {
  CodeAction,
  CodeActionKind,
  Range,
  WorkspaceEdit,
  type CodeActionContext,
  type CodeActionProvider,
  type TextDocument,
} from 'vscode';
import { checkDocument, fixAll } from '../../core/documents/index.ts';
import type { DocumentChecker } from './checker.ts';

/** `source.fixAll.katapath`: every safe fix at once, for those who ask for it in `editor.codeActionsOnSave`. */
export class FixAll implements CodeActionProvider {
  static readonly kind = CodeActionKind.SourceFixAll.append('katapath');

  constructor(private readonly checker: DocumentChecker) {}

  provideCodeActions(text: TextDocument, _range: Range, { only }: CodeActionContext): CodeAction[] {
    // Costs a check per round: only when someone asked for exactly this.
    if (!only?.contains(FixAll.kind)) return [];
    const checked = this.checker.resultOf(text);
    if (!checked?.problems.some(({ fix }) => fix?.kind === 'safe')) return [];
    const folder = this.checker.folderOf(text.uri);
    const before = text.getText();
    const after = fixAll(before, (current) =>
      folder
        ? folder.library.check(folder.nameOf(text.uri), current).problems
        : checkDocument(current, { file: text.uri.path.slice(1) }).problems,
    );
    if (after === before) return [];
    const action = new CodeAction('Fix all that Katapath can fix safely', FixAll.kind);
    action.edit = new WorkspaceEdit();
    const { start, end, words } = difference(before, after);
    action.edit.replace(text.uri, new Range(text.positionAt(start), text.positionAt(end)), words);
    return [action];
  }
}

/** The stretch that differs, so that the cursor and the folds outside it stay where they are. */
function difference(before: string, after: string): { start: number; end: number; words: string } {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let same = 0;
  while (same < shortest - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, words: after.slice(start, after.length - same) };
}
